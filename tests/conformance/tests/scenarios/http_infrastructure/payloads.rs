//! Bodies by status.

use super::{client, status};
use conformance::scenario;
use httpinfrastructure_client::models::{D, MyException};
use httpinfrastructure_client::operations::multiple_responses::{
    MultipleResponsesGet200Model201ModelDefaultError200ValidReply as B200,
    MultipleResponsesGet200Model201ModelDefaultError201ValidReply as B201,
    MultipleResponsesGet200ModelA201ModelC404ModelDDefaultError200ValidReply as C200,
    MultipleResponsesGet200ModelA201ModelC404ModelDDefaultError201ValidReply as C201,
};
use httpinfrastructure_client::{Error, ErrorKind, ServiceError};

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

#[test]
fn e_202() {
    scenario("ResponsesScenarioE202MatchingInvalid", async {
        let reply = client()
            .multiple_responses()
            .get202_none204_none_default_none202_invalid()
            .send()
            .await?;
        assert_eq!(reply.status(), 202);
        Ok(())
    });
}

#[test]
fn e_204() {
    scenario("ResponsesScenarioE204MatchingNoModel", async {
        let reply = client()
            .multiple_responses()
            .get202_none204_none_default_none204_none()
            .send()
            .await?;
        assert_eq!(reply.status(), 204);
        Ok(())
    });
}

#[test]
fn e_400_none() {
    scenario("ResponsesScenarioE400DefaultNoModel", async {
        let error = client()
            .multiple_responses()
            .get202_none204_none_default_none400_none()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 400);
        Ok(())
    });
}

#[test]
fn e_400_invalid() {
    scenario("ResponsesScenarioE400DefaultInvalid", async {
        let error = client()
            .multiple_responses()
            .get202_none204_none_default_none400_invalid()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 400);
        Ok(())
    });
}

#[test]
fn f_200() {
    scenario("ResponsesScenarioF200DefaultModel", async {
        let reply = client()
            .multiple_responses()
            .get_default_model_a200_valid()
            .send()
            .await?;
        assert_eq!(reply.body().status_code.as_deref(), Some("200"));
        Ok(())
    });
}

#[test]
fn f_200_none() {
    scenario("ResponsesScenarioF200DefaultNone", async {
        let error = client()
            .multiple_responses()
            .get_default_model_a200_none()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn f_400() {
    scenario("ResponsesScenarioF400DefaultModel", async {
        let error = client()
            .multiple_responses()
            .get_default_model_a400_valid()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 400);
        Ok(())
    });
}

#[test]
fn f_400_none() {
    scenario("ResponsesScenarioF400DefaultNone", async {
        let error = client()
            .multiple_responses()
            .get_default_model_a400_none()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 400);
        Ok(())
    });
}

#[test]
fn g_200_invalid() {
    scenario("ResponsesScenarioG200DefaultInvalid", async {
        let reply = client()
            .multiple_responses()
            .get_default_none200_invalid()
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn g_200_none() {
    scenario("ResponsesScenarioG200DefaultNoModel", async {
        let reply = client()
            .multiple_responses()
            .get_default_none200_none()
            .send()
            .await?;
        assert_eq!(reply.status(), 200);
        Ok(())
    });
}

#[test]
fn g_400_invalid() {
    scenario("ResponsesScenarioG400DefaultInvalid", async {
        let error = client()
            .multiple_responses()
            .get_default_none400_invalid()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 400);
        Ok(())
    });
}

#[test]
fn g_400_none() {
    scenario("ResponsesScenarioG400DefaultNoModel", async {
        let error = client()
            .multiple_responses()
            .get_default_none400_none()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 400);
        Ok(())
    });
}

#[test]
fn h_200_none() {
    scenario("ResponsesScenarioH200MatchingNone", async {
        let error = client()
            .multiple_responses()
            .get200_model_a200_none()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn h_200() {
    scenario("ResponsesScenarioH200MatchingModel", async {
        let reply = client()
            .multiple_responses()
            .get200_model_a200_valid()
            .send()
            .await?;
        assert_eq!(reply.body().status_code.as_deref(), Some("200"));
        Ok(())
    });
}

#[test]
fn h_200_invalid() {
    scenario("ResponsesScenarioH200MatchingInvalid", async {
        let reply = client()
            .multiple_responses()
            .get200_model_a200_invalid()
            .send()
            .await?;
        assert_eq!(reply.body(), &MyException::default());
        Ok(())
    });
}

#[test]
fn h_400_none() {
    scenario("ResponsesScenarioH400NonMatchingNone", async {
        let error = client()
            .multiple_responses()
            .get200_model_a400_none()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 400);
        Ok(())
    });
}

#[test]
fn h_400() {
    scenario("ResponsesScenarioH400NonMatchingModel", async {
        let error = client()
            .multiple_responses()
            .get200_model_a400_valid()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 400);
        Ok(())
    });
}

#[test]
fn h_400_invalid() {
    scenario("ResponsesScenarioH400NonMatchingInvalid", async {
        let error = client()
            .multiple_responses()
            .get200_model_a400_invalid()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 400);
        Ok(())
    });
}

#[test]
fn h_202() {
    scenario("ResponsesScenarioH202NonMatchingModel", async {
        let error = client()
            .multiple_responses()
            .get200_model_a202_valid()
            .send()
            .await
            .unwrap_err();
        assert_eq!(status(&error), 202);
        Ok(())
    });
}
