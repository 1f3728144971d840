//! Takes out of a file what prettyplease breaks differently from rustfmt, and leaves a placeholder for each.
//!
//! Invariant: a placeholder stands where any path, type or name may stand. It is none of the document's words: in a name
//! or in an escaped literal there is no [`MARK`], and doc comments are taken out.

use super::expression::is_known;
use super::imports;
use std::mem;
use syn::{
    AttrStyle, Attribute, Block, Expr, ExprLit, ExprPath, Fields, File, Generics, Ident, ImplItem,
    Item, ItemImpl, ItemStruct, Lit, LitStr, Local, Meta, Pat, Path, ReturnType, Signature, Stmt,
    Type, TypePath, UseTree, Variant,
};

/// How every placeholder begins; what follows is its number.
pub(super) const PLACEHOLDER: &str = "_\u{301}piece_";

/// A combining character, which an identifier of Rust's may hold.
pub(super) const MARK: char = '\u{301}';

/// What was taken out.
pub(super) enum Piece {
    /// A statement, or the last expression of a block.
    Statement(Expr),
    /// What follows a `=`.
    RightSide(Expr),
    /// The type and the value of a constant or a static.
    Constant(Box<Type>, Expr),
    /// What follows a `=>`.
    ArmBody(Expr),
    /// The type of a field, or of an alias.
    FieldType(Box<Type>),
    /// A function's name, generics, parameters and result.
    Signature(Box<Signature>),
    /// The generics, the trait and the type of an `impl` block.
    Header(Generics, Option<Path>, Box<Type>),
    /// The name and generics of a struct.
    StructName(Ident, Generics),
    /// A variant that holds one value.
    Variant(Ident, Box<Type>),
    /// What follows `use`.
    Import(UseTree),
    /// Lines of a doc comment.
    Docs(LitStr),
}

/// The pieces of a file, by the numbers of their placeholders.
#[derive(Default)]
pub(super) struct Pieces(Vec<Piece>);

impl Pieces {
    /// Takes the pieces out of `file`.
    pub(super) fn take(file: &mut File) -> Self {
        let mut pieces = Self::default();
        imports::sort(&mut file.items);
        for item in &mut file.items {
            pieces.item(item);
        }
        pieces
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The piece of the placeholder with this number.
    pub(super) fn get(&self, number: usize) -> Option<&Piece> {
        self.0.get(number)
    }

    fn put(&mut self, piece: Piece) -> Ident {
        let placeholder = self.next();
        self.0.push(piece);
        placeholder
    }

    /// The placeholder of the next piece.
    fn next(&self) -> Ident {
        let name = format!("{PLACEHOLDER}{}", self.0.len());
        Ident::new(&name, proc_macro2::Span::call_site())
    }

    fn item(&mut self, item: &mut Item) {
        if let Some(attributes) = attributes(item) {
            self.docs(attributes);
        }
        match item {
            Item::Use(import) => {
                let name = UseTree::Name(syn::UseName { ident: self.next() });
                let tree = mem::replace(&mut import.tree, name);
                self.put(Piece::Import(tree));
            }
            Item::Static(item) => self.constant(&mut item.ty, &mut item.expr),
            Item::Const(item) => self.constant(&mut item.ty, &mut item.expr),
            Item::Type(item) => self.field_type(&mut item.ty),
            Item::Struct(item) => {
                self.struct_name(item);
                self.fields(&mut item.fields);
            }
            Item::Enum(item) => item.variants.iter_mut().for_each(|it| self.variant(it)),
            Item::Fn(item) => {
                self.signature(&mut item.sig);
                self.block(&mut item.block);
            }
            Item::Impl(item) => {
                self.header(item);
                for item in &mut item.items {
                    self.impl_item(item);
                }
            }
            Item::Mod(item) => {
                if let Some((_, items)) = &mut item.content {
                    imports::sort(items);
                    for item in items {
                        self.item(item);
                    }
                }
            }
            _ => {}
        }
    }

    fn constant(&mut self, ty: &mut Type, expr: &mut Expr) {
        if !is_known(expr) {
            self.right_side(expr);
            return;
        }
        let ty = mem::replace(ty, path_type(self.next()));
        let value = mem::replace(expr, path_expression(underscore()));
        self.put(Piece::Constant(Box::new(ty), value));
    }

    fn header(&mut self, item: &mut ItemImpl) {
        if item.generics.where_clause.is_some() {
            return;
        }
        let placeholder = path_type(self.next());
        let generics = mem::take(&mut item.generics);
        let of_trait = item.trait_.take().map(|(path, _)| path);
        let ty = mem::replace(&mut *item.self_ty, placeholder);
        self.put(Piece::Header(generics, of_trait, Box::new(ty)));
    }

    fn struct_name(&mut self, item: &mut ItemStruct) {
        if item.generics.params.is_empty() || item.generics.where_clause.is_some() {
            return;
        }
        let generics = mem::take(&mut item.generics);
        item.ident = self.put(Piece::StructName(item.ident.clone(), generics));
    }

    fn variant(&mut self, variant: &mut Variant) {
        self.docs(&mut variant.attrs);
        let Fields::Unnamed(fields) = &variant.fields else {
            return;
        };
        let mut fields = fields.unnamed.iter();
        if let (Some(field), None) = (fields.next(), fields.next()) {
            let ty = Box::new(field.ty.clone());
            variant.ident = self.put(Piece::Variant(variant.ident.clone(), ty));
            variant.fields = Fields::Unit;
        }
    }

    fn impl_item(&mut self, item: &mut ImplItem) {
        match item {
            ImplItem::Fn(item) => {
                self.docs(&mut item.attrs);
                self.signature(&mut item.sig);
                self.block(&mut item.block);
            }
            ImplItem::Const(item) => {
                self.docs(&mut item.attrs);
                self.right_side(&mut item.expr);
            }
            ImplItem::Type(item) => self.docs(&mut item.attrs),
            _ => {}
        }
    }

    fn docs(&mut self, attributes: &mut [Attribute]) {
        for attribute in attributes {
            if let Some(text) = doc_text(attribute) {
                let placeholder = self.put(Piece::Docs(text.clone()));
                attribute.meta = Meta::Path(placeholder.into());
            }
        }
    }

    fn fields(&mut self, fields: &mut Fields) {
        if let Fields::Named(fields) = fields {
            for field in &mut fields.named {
                self.docs(&mut field.attrs);
                self.field_type(&mut field.ty);
            }
        }
    }

    fn field_type(&mut self, ty: &mut Type) {
        let taken = mem::replace(ty, path_type(self.next()));
        self.put(Piece::FieldType(Box::new(taken)));
    }

    fn signature(&mut self, signature: &mut Signature) {
        // What is in `where` stays.
        let params = mem::take(&mut signature.generics.params);
        let taken = Signature {
            ident: mem::replace(&mut signature.ident, self.next()),
            generics: Generics {
                params,
                ..Generics::default()
            },
            inputs: mem::take(&mut signature.inputs),
            output: mem::replace(&mut signature.output, ReturnType::Default),
            ..signature.clone()
        };
        self.put(Piece::Signature(Box::new(taken)));
    }

    fn right_side(&mut self, expr: &mut Expr) {
        self.expression(expr, Piece::RightSide);
    }

    /// Replaces `expr` where it is of the kinds that [`is_known`] knows, else what is inside it.
    fn expression(&mut self, expr: &mut Expr, piece: fn(Expr) -> Piece) {
        if is_known(expr) {
            let taken = mem::replace(expr, Expr::PLACEHOLDER);
            *expr = path_expression(self.put(piece(taken)));
            return;
        }
        match expr {
            Expr::Match(expr) => expr
                .arms
                .iter_mut()
                .for_each(|arm| self.expression(&mut arm.body, Piece::ArmBody)),
            Expr::If(expr) => {
                self.block(&mut expr.then_branch);
                if let Some((_, branch)) = &mut expr.else_branch {
                    self.expression(branch, Piece::Statement);
                }
            }
            Expr::Struct(expr) => expr
                .fields
                .iter_mut()
                .filter(|field| field.colon_token.is_some())
                .for_each(|field| self.right_side(&mut field.expr)),
            Expr::Closure(expr) => self.expression(&mut expr.body, Piece::Statement),
            Expr::ForLoop(expr) => self.block(&mut expr.body),
            Expr::While(expr) => self.block(&mut expr.body),
            Expr::Loop(expr) => self.block(&mut expr.body),
            Expr::Block(expr) => self.block(&mut expr.block),
            _ => {}
        }
    }

    fn block(&mut self, block: &mut Block) {
        for statement in &mut block.stmts {
            match statement {
                Stmt::Local(local) => self.local(local),
                Stmt::Expr(expr, _) => self.expression(expr, Piece::Statement),
                Stmt::Item(item) => self.item(item),
                Stmt::Macro(_) => {}
            }
        }
    }

    fn local(&mut self, local: &mut Local) {
        let is_name = matches!(local.pat, Pat::Ident(_) | Pat::Type(_));
        if let Some(init) = local
            .init
            .as_mut()
            .filter(|init| init.diverge.is_none() && is_name)
        {
            self.right_side(&mut init.expr);
        }
    }
}

fn attributes(item: &mut Item) -> Option<&mut Vec<Attribute>> {
    match item {
        Item::Const(item) => Some(&mut item.attrs),
        Item::Enum(item) => Some(&mut item.attrs),
        Item::Fn(item) => Some(&mut item.attrs),
        Item::Impl(item) => Some(&mut item.attrs),
        Item::Mod(item) => Some(&mut item.attrs),
        Item::Static(item) => Some(&mut item.attrs),
        Item::Struct(item) => Some(&mut item.attrs),
        Item::Trait(item) => Some(&mut item.attrs),
        Item::Type(item) => Some(&mut item.attrs),
        Item::Use(item) => Some(&mut item.attrs),
        _ => None,
    }
}

/// The text of a `///`.
fn doc_text(attribute: &Attribute) -> Option<&LitStr> {
    match (&attribute.style, &attribute.meta) {
        (AttrStyle::Outer, Meta::NameValue(meta)) if meta.path.is_ident("doc") => match &meta.value
        {
            Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }) => Some(text),
            _ => None,
        },
        _ => None,
    }
}

/// What stands for the value of a constant whose type has the placeholder.
fn underscore() -> Ident {
    Ident::new("_", proc_macro2::Span::call_site())
}

fn path_expression(name: Ident) -> Expr {
    Expr::Path(ExprPath {
        attrs: Vec::new(),
        qself: None,
        path: name.into(),
    })
}

fn path_type(name: Ident) -> Type {
    Type::Path(TypePath {
        attrs: Vec::new(),
        qself: None,
        path: name.into(),
    })
}
