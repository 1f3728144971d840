//! A document of version 3 in several files: components of every kind by reference.

use crate::support::lower_file;
use codegen::ir::Dump;
use std::fs;

const API: &str = "
openapi: 3.0.1
info: {title: T, version: '1'}
servers: [{url: 'https://example.com'}]
paths:
  /a/{id}: {$ref: 'parts/paths.yaml#/a'}
components:
  parameters: {Limit: {$ref: 'parts/more.yaml#/Limit'}}
";
const PATHS: &str = "
a:
  parameters: [{$ref: 'more.yaml#/Id'}]
  get:
    operationId: get
    parameters: [{$ref: '../api.yaml#/components/parameters/Limit'}]
    requestBody: {$ref: 'more.yaml#/Body'}
    responses: {200: {$ref: 'more.yaml#/Reply'}}
";
const MORE: &str = "
Limit: {name: limit, in: query, schema: {type: integer, nullable: true}}
Id: {name: id, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
Body: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
Reply: {description: R., headers: {X: {$ref: '#/Header'}}, content: {text/plain: {}}}
Header: {schema: {type: integer}}
components:
  schemas:
    Id: {type: string, enum: [x, y]}
    Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind}}
    Cat: {type: object, properties: {kind: {type: string}}}
    Dog: {type: object, properties: {kind: {type: string}}}
";

#[test]
fn components_of_every_kind_may_stand_in_other_files() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("parts")).expect("a folder");
    for (path, text) in [
        ("api.yaml", API),
        ("parts/paths.yaml", PATHS),
        ("parts/more.yaml", MORE),
    ] {
        fs::write(folder.path().join(path), text).expect("a file");
    }
    let lowered = lower_file(&folder.path().join("api.yaml")).expect("it is read");
    assert_eq!(lowered.findings(), Vec::<String>::new());
    let dump = Dump(&lowered.api).to_string();
    for line in [
        "model Pet (in) union by kind",
        "  Cat: Cat",
        "  param id: Id in path",
        "  param limit: i64? in query repeated",
        "  body json of body as application/json",
        "  reply 200 text",
        "  header X: i64",
    ] {
        assert!(dump.lines().any(|found| found == line), "{line}\n{dump}");
    }
}
