//! Bodies by status, where the document does not describe all of them.

use super::{client, status};
use conformance::scenario;
use httpinfrastructure_client::ErrorKind;
use httpinfrastructure_client::models::MyException;

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
