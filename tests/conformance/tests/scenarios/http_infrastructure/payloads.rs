//! Bodies by status, with documented errors.

use super::{client, status};
use conformance::scenario;
use httpinfrastructure_client::models::D;
use httpinfrastructure_client::operations::multiple_responses::{
    MultipleResponsesGet200Model201ModelDefaultError200ValidReply as B200,
    MultipleResponsesGet200Model201ModelDefaultError201ValidReply as B201,
    MultipleResponsesGet200ModelA201ModelC404ModelDDefaultError200ValidReply as C200,
    MultipleResponsesGet200ModelA201ModelC404ModelDDefaultError201ValidReply as C201,
};
use httpinfrastructure_client::{Error, ServiceError};

/// The message of the service's own error.
fn message(error: &Error) -> Option<&str> {
    match error.service() {
        Some(ServiceError::ErrorModel(model)) => model.message.as_deref(),
        _ => None,
    }
}

#[test]
fn a_200() {
    scenario("ResponsesScenarioA200MatchingModel", async {
        let reply = client()
            .multiple_responses()
            .get200_model204_no_model_default_error200_valid()
            .send()
            .await?;
        let body = reply.into_body().expect("a body");
        assert_eq!(body.status_code.as_deref(), Some("200"));
        Ok(())
    });
}

#[test]
fn a_201() {
    scenario("ResponsesScenarioA201DefaultNoModel", async {
        let error = client()
            .multiple_responses()
            .get200_model204_no_model_default_error201_invalid()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 201);
        Ok(())
    });
}

#[test]
fn a_202() {
    scenario("ResponsesScenarioA202DefaultNoModel", async {
        let error = client()
            .multiple_responses()
            .get200_model204_no_model_default_error202_none()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 202);
        Ok(())
    });
}

#[test]
fn a_204() {
    scenario("ResponsesScenarioA204MatchingNoModel", async {
        let reply = client()
            .multiple_responses()
            .get200_model204_no_model_default_error204_valid()
            .send()
            .await?;
        assert!(reply.body().is_none());
        Ok(())
    });
}

#[test]
fn a_400() {
    scenario("ResponsesScenarioA400DefaultModel", async {
        let error = client()
            .multiple_responses()
            .get200_model204_no_model_default_error400_valid()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 400);
        assert_eq!(message(&error), Some("client error"));
        Ok(())
    });
}

#[test]
fn b_200() {
    scenario("ResponsesScenarioB200MatchingModel", async {
        let reply = client()
            .multiple_responses()
            .get200_model201_model_default_error200_valid()
            .send()
            .await?;
        assert!(
            matches!(reply.body(), B200::Ok(body) if body.status_code.as_deref() == Some("200"))
        );
        Ok(())
    });
}

#[test]
fn b_201() {
    scenario("ResponsesScenarioB201MatchingModel", async {
        let reply = client()
            .multiple_responses()
            .get200_model201_model_default_error201_valid()
            .send()
            .await?;
        assert!(
            matches!(reply.body(), B201::Created(body) if body.text_status_code.as_deref() == Some("Created"))
        );
        Ok(())
    });
}

#[test]
fn b_400() {
    scenario("ResponsesScenarioB400DefaultModel", async {
        let error = client()
            .multiple_responses()
            .get200_model201_model_default_error400_valid()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 400);
        assert_eq!(message(&error), Some("client error"));
        Ok(())
    });
}

#[test]
fn c_200() {
    scenario("ResponsesScenarioC200MatchingModel", async {
        let reply = client()
            .multiple_responses()
            .get200_model_a201_model_c404_model_d_default_error200_valid()
            .send()
            .await?;
        assert!(
            matches!(reply.body(), C200::Ok(body) if body.status_code.as_deref() == Some("200"))
        );
        Ok(())
    });
}

#[test]
fn c_201() {
    scenario("ResponsesScenarioC201MatchingModel", async {
        let reply = client()
            .multiple_responses()
            .get200_model_a201_model_c404_model_d_default_error201_valid()
            .send()
            .await?;
        assert!(
            matches!(reply.body(), C201::Created(body) if body.http_code.as_deref() == Some("201"))
        );
        Ok(())
    });
}

#[test]
fn c_404() {
    scenario("ResponsesScenarioC404MatchingModel", async {
        let error = client()
            .multiple_responses()
            .get200_model_a201_model_c404_model_d_default_error404_valid()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 404);
        assert!(
            matches!(error.service(), Some(ServiceError::D(D { http_status_code: Some(code), .. })) if code == "404")
        );
        Ok(())
    });
}

#[test]
fn c_400() {
    scenario("ResponsesScenarioC400DefaultModel", async {
        let error = client()
            .multiple_responses()
            .get200_model_a201_model_c404_model_d_default_error400_valid()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 400);
        assert_eq!(message(&error), Some("client error"));
        Ok(())
    });
}

#[test]
fn d_202() {
    scenario("ResponsesScenarioD202MatchingNoModel", async {
        let reply = client()
            .multiple_responses()
            .get202_none204_none_default_error202_none()
            .send()
            .await?;
        assert_eq!(reply.status(), 202);
        Ok(())
    });
}

#[test]
fn d_204() {
    scenario("ResponsesScenarioD204MatchingNoModel", async {
        let reply = client()
            .multiple_responses()
            .get202_none204_none_default_error204_none()
            .send()
            .await?;
        assert_eq!(reply.status(), 204);
        Ok(())
    });
}

#[test]
fn d_400() {
    scenario("ResponsesScenarioD400DefaultModel", async {
        let error = client()
            .multiple_responses()
            .get202_none204_none_default_error400_valid()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 400);
        assert_eq!(message(&error), Some("client error"));
        Ok(())
    });
}
