//! How long the document of Azure Container Registry takes, as a whole and by stage.

use codegen::config::Config;
use codegen::diagnostics::Diagnostics;
use codegen::emit::{EmittedFile, Emitter};
use codegen::ir::Api;
use codegen::naming::Names;
use codegen::source::{DocumentId, Location, Sources};
use codegen::swagger::{Document, Readable, Reader};
use codegen::{Generated, format, lower, naming};
use divan::Bencher;

const SPEC: &str = include_str!("../../spec/containerregistry.json");
const OVERLAY: &str = include_str!("../../spec/overlay.yaml");

fn main() {
    divan::main();
}

#[divan::bench]
fn load_and_generate() -> Generated {
    let mut diagnostics = Diagnostics::default();
    let sources = load();
    codegen::generate(&sources, &config(), &mut diagnostics).expect("the document is accepted")
}

#[divan::bench]
fn stage_1_load() -> Sources {
    load()
}

#[divan::bench]
fn stage_2_read(bencher: Bencher<'_, '_>) {
    let sources = load();
    bencher.bench(|| read(&sources));
}

#[divan::bench]
fn stage_3_lower(bencher: Bencher<'_, '_>) {
    let sources = load();
    let document = read(&sources);
    bencher.bench(|| lowered(&sources, &document));
}

#[divan::bench]
fn stage_4_name(bencher: Bencher<'_, '_>) {
    let api = api();
    bencher.bench(|| named(&api));
}

#[divan::bench]
fn stage_5_emit(bencher: Bencher<'_, '_>) {
    let api = api();
    let names = named(&api);
    bencher.bench_local(|| emitted(&api, &names));
}

#[divan::bench]
fn stage_6_format(bencher: Bencher<'_, '_>) {
    let api = api();
    let names = named(&api);
    bencher
        .with_inputs(|| emitted(&api, &names))
        .bench_local_values(|files| -> Vec<String> { files.into_iter().map(formatted).collect() });
}

fn config() -> Config {
    Config {
        crate_name: "registry".to_owned(),
        ..Config::default()
    }
}

fn load() -> Sources {
    let overlay = Some(("overlay.yaml", OVERLAY));
    Sources::from_text("spec.json", SPEC, overlay, &mut Diagnostics::default())
}

fn read(sources: &Sources) -> Document {
    let mut diagnostics = Diagnostics::default();
    let mut reader = Reader::new(sources, &mut diagnostics);
    let root = Location::root(DocumentId::ENTRY);
    Document::read(&sources.entry().value, &root, &mut reader).expect("the document is Swagger 2.0")
}

fn lowered(sources: &Sources, document: &Document) -> Api {
    lower::lower(sources, document, &config(), &mut Diagnostics::default())
}

fn api() -> Api {
    let sources = load();
    lowered(&sources, &read(&sources))
}

fn named(api: &Api) -> Names {
    naming::name(api, &config(), &mut Diagnostics::default())
}

fn emitted(api: &Api, names: &Names) -> Vec<EmittedFile> {
    let emitter = Emitter::new(api, names);
    let jobs = emitter.jobs().into_iter();
    jobs.map(|job| emitter.file(job)).collect()
}

fn formatted(file: EmittedFile) -> String {
    format::format_items(file.tokens).expect("the file can be printed")
}
