//! Lowering: one small document for each decision, the document of Azure Container Registry, hostile input, and real
//! documents.

mod acr;
mod addresses;
mod bad_input;
mod corpus;
mod decisions;
mod families;
mod hostile;
mod invariants;
mod openapi_files;
mod support;
