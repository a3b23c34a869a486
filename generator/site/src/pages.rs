//! What records become: pages of their own, lists, tables. One file per directive or kind of page.
//!
//! Each file turns records into a context (plain data, see the fields) and hands it to the template of the same name in
//! `templates/site/`.

mod alternative;
mod bars;
mod by_kind;
mod cases;
mod cell;
mod changes;
mod claims;
mod costs;
mod decision;
mod dimension;
mod downloads;
mod facts;
mod glossary;
mod head;
mod inputs;
mod knowledge;
mod measures;
mod overview;
mod own_case;
mod product;
mod report;
mod rules;
mod snippets;
mod sources;
mod statements;
mod symbol;
mod table;
mod thresholds;
mod use_case;
mod workload;
mod workloads;

use std::path::Path;
use std::sync::{Arc, LazyLock};

use model::{Id, Kind, Model};
use serde::Serialize;
use verdict::{Scores, Verdicts};

use crate::address::{self, LISTS, Links, PAGES, Places};
use crate::content::{BAD_DIRECTIVE, Content, Directive, Head, Page, Placement, Refusal, Survey};
use crate::draft::Draft;
use crate::template::Templates;

pub(crate) use knowledge::Knowledge;
pub use rules::{RuleExample, RuleFile, RuleText};

/// Answers directives from the records of a knowledge base.
pub struct Pages {
    know: Knowledge,
    templates: Templates,
    /// Taken apart only for a book that asks for them.
    rules: LazyLock<Vec<RuleText>>,
    /// Whether pages stay without text; see [`unseen`](Self::unseen).
    silent: bool,
}

impl Pages {
    /// Pages of `model`, with the marks of `scores` and with `verdicts`.
    pub fn new(
        model: Arc<Model>,
        scores: Arc<Scores>,
        verdicts: Arc<Verdicts>,
        templates: Templates,
    ) -> Self {
        let know = Knowledge::new(model, scores, verdicts);
        Self {
            know,
            templates,
            rules: LazyLock::new(Vec::new),
            silent: false,
        }
    }

    /// The same pages, and those of the rules of the checker for a book that asks for them.
    pub fn with_rules(self, rules: fn() -> Vec<RuleText>) -> Self {
        Self {
            rules: LazyLock::new(rules),
            ..self
        }
    }

    /// The same pages for somebody who only asks what is wrong with the book: code has no colors, and what built-in templates
    /// would say is left out, for nothing can be wrong in it.
    pub fn unseen(mut self) -> Self {
        self.know.colors = false;
        self.silent = !self.templates.are_own();
        self
    }
}

impl Content for Pages {
    fn place(
        &self,
        directive: &Directive<'_>,
        chapter: &Path,
        survey: &Survey,
    ) -> Result<Placement, Refusal> {
        let places = Places::new(survey);
        let from = address::address(chapter);
        let place = Placing {
            pages: self,
            places: &places,
            from: &from,
        };
        match (directive.name, &directive.arguments[..]) {
            ("pages", ["rules"]) => place.rules(),
            ("pages", [name]) => place.pages(name),
            ("list", [name]) => place.list(name),
            ("table", [id]) => place.table(id),
            ("overview", []) => place.overview("overview.md"),
            ("overview", ["short"]) => place.overview("overview-short.md"),
            ("downloads", []) => place.markdown("downloads.md", downloads::of),
            ("own-case", []) => place.own_case(),
            ("report", []) => place.markdown("report.md", report::of),
            ("thresholds", []) => place.markdown("thresholds.md", thresholds::of),
            ("latest", ["changes"]) => place.markdown("latest-changes.md", changes::latest),
            (
                "downloads" | "pages" | "list" | "table" | "overview" | "own-case" | "report"
                | "latest" | "thresholds",
                _,
            ) => Err(refused(
                format!("`{}` does not take these arguments", directive.name),
                forms(),
            )),
            (name, _) => {
                let known = [
                    "downloads",
                    "latest",
                    "list",
                    "overview",
                    "own-case",
                    "pages",
                    "report",
                    "table",
                    "thresholds",
                ];
                let help = match model::nearest(name, known.into_iter()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => forms(),
                };
                Err(refused(format!("no directive is called `{name}`"), help))
            }
        }
    }

    fn head(&self, page: &str) -> Option<Head> {
        if page.starts_with("rules/") {
            let book = &self.know.model.manifest.title.text;
            return rules::head(&self.rules, page, book);
        }
        let (kind, id) = address::owner(page)?;
        head::of(&self.know, kind, &id)
    }
}

fn forms() -> String {
    let names = |it: Vec<&str>| it.join("|");
    let pages = PAGES.iter().map(|kind| kind.folder()).chain(["rules"]);
    format!(
        "write `table ID`, `overview`, `overview short`, `own-case`, `downloads`, `report`, `thresholds`, `latest changes`, `pages {}` or `list {}`",
        names(pages.collect()),
        names(LISTS.iter().map(|(name, _)| *name).collect()),
    )
}

fn refused(message: String, help: String) -> Refusal {
    Refusal {
        rule: BAD_DIRECTIVE,
        at: None,
        message,
        help: Some(help),
    }
}

/// One directive being answered.
struct Placing<'a> {
    pages: &'a Pages,
    places: &'a Places,
    /// The page that the chapter becomes.
    from: &'a str,
}

impl<'a> Placing<'a> {
    fn links(&self, from: &'a str, prefix: &'a str) -> Links<'a> {
        Links {
            places: self.places,
            model: &self.pages.know.model,
            from,
            prefix,
        }
    }

    fn draft(&self, from: &'a str) -> Draft<'a> {
        Draft::new(&self.pages.know, self.links(from, ""))
    }

    /// Text in place of the directive, from a template.
    fn markdown<C: Serialize>(
        &self,
        template: &str,
        context: impl FnOnce(&mut Draft<'a>) -> C,
    ) -> Result<Placement, Refusal> {
        let mut markdown = String::new();
        if !self.pages.silent {
            let context = context(&mut self.draft(self.from));
            markdown = self.pages.templates.render(template, &context)?;
        }
        Ok(Placement {
            markdown,
            pages: Vec::new(),
        })
    }

    fn overview(&self, template: &str) -> Result<Placement, Refusal> {
        let sentences = Arc::clone(self.pages.templates.sentences());
        self.markdown(template, |draft| overview::of(&sentences, draft))
    }

    fn own_case(&self) -> Result<Placement, Refusal> {
        let sentences = Arc::clone(self.pages.templates.sentences());
        self.markdown("own-case.md", |draft| own_case::of(&sentences, draft))
    }

    fn list(&self, name: &str) -> Result<Placement, Refusal> {
        match name {
            "cases" => self.markdown("cases.md", cases::of),
            "changes" => self.markdown("changes.md", changes::of),
            "facts" => self.markdown("facts.md", facts::of),
            "glossary" => self.markdown("glossary.md", glossary::of),
            "pros-and-cons" => self.markdown("pros-and-cons.md", claims::of),
            "snippets" => self.markdown("snippets.md", snippets::of),
            "sources" => self.markdown("sources.md", sources::of),
            "statements" => self.markdown("statements.md", statements::of),
            "workloads" => self.markdown("workloads.md", workloads::of),
            _ => Err(refused(format!("there is no list `{name}`"), forms())),
        }
    }

    fn table(&self, id: &str) -> Result<Placement, Refusal> {
        let know = &self.pages.know;
        let Some(record) = know.model.tables.get(id) else {
            let ids = know.model.tables.iter().map(|it| it.id.as_str());
            let help = match model::nearest(id, ids) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("add `data/tables/{id}.toml`, or correct the id"),
            };
            return Err(refused(format!("there is no table `{id}`"), help));
        };
        let prefix = format!("{id}-");
        let mut markdown = String::new();
        if !self.pages.silent {
            let table = table::inline(record, know, &self.links(self.from, &prefix));
            markdown = self.pages.templates.render("table.html", &table)?;
        }
        Ok(Placement {
            markdown,
            pages: Vec::new(),
        })
    }

    /// A list of links to pages of their own, and those pages.
    fn pages(&self, name: &str) -> Result<Placement, Refusal> {
        let kind = PAGES.iter().copied().find(|kind| kind.folder() == name);
        let Some(kind) = kind else {
            return Err(refused(
                format!("the records of `{name}` have no pages of their own"),
                forms(),
            ));
        };
        let know = &self.pages.know;
        let mut pages = Vec::new();
        for id in know.in_order(kind) {
            let path = address::own(kind, &id);
            let markdown = self.page(kind, &id, &path)?;
            pages.push(Page {
                path: Path::new(&path)
                    .with_extension("md")
                    .to_string_lossy()
                    .into_owned(),
                title: know.model.title_of(kind, &id).unwrap_or_default(),
                markdown,
                children: Vec::new(),
            });
        }
        let markdown = if self.pages.silent {
            String::new()
        } else {
            self.listing(kind)?
        };
        Ok(Placement { markdown, pages })
    }

    /// The list of the pages of `kind`.
    fn listing(&self, kind: Kind) -> Result<String, Refusal> {
        let mut draft = self.draft(self.from);
        let templates = &self.pages.templates;
        match kind {
            Kind::Alternative => templates.render("options.md", &alternative::listing(&mut draft)),
            Kind::Dimension => templates.render("dimensions.md", &dimension::listing(&mut draft)),
            Kind::Product => templates.render("products.md", &product::listing(&mut draft)),
            Kind::Table => templates.render("tables.md", &table::listing(&mut draft)),
            _ => {
                let listing = use_case::listing(templates.sentences(), &mut draft);
                templates.render("use-cases.md", &listing)
            }
        }
    }

    /// The rules by family, and a page for each.
    fn rules(&self) -> Result<Placement, Refusal> {
        let rules = &*self.pages.rules;
        let templates = &self.pages.templates;
        let draft = self.draft(self.from);
        let mut pages = Vec::new();
        for rule in rules {
            let path = rules::address(rule.id);
            pages.push(Page {
                path: path.replace(".html", ".md"),
                title: rule.id.to_owned(),
                markdown: if self.pages.silent {
                    String::new()
                } else {
                    templates.render("rule.md", &rules::page(rule, self.from, &draft))?
                },
                children: Vec::new(),
            });
        }
        let markdown = if self.pages.silent {
            String::new()
        } else {
            templates.render("rules.md", &rules::listing(rules, self.from))?
        };
        Ok(Placement { markdown, pages })
    }

    /// The Markdown of one record's page.
    fn page(&self, kind: Kind, id: &Id, path: &str) -> Result<String, Refusal> {
        if self.pages.silent {
            return Ok(String::new());
        }
        let know = &self.pages.know;
        let model = &know.model;
        let mut draft = Draft::new(
            know,
            Links {
                places: self.places,
                model,
                from: path,
                prefix: "",
            },
        );
        let templates = &self.pages.templates;
        let gone = || refused(format!("there is no `{kind:?}` `{id}`"), forms());
        match kind {
            Kind::Alternative => {
                let record = model.options.get(id).ok_or_else(gone)?;
                templates.render("option.md", &alternative::page(record, &mut draft))
            }
            Kind::Dimension => {
                let record = model.dimensions.get(id).ok_or_else(gone)?;
                templates.render("dimension.md", &dimension::page(record, &mut draft))
            }
            Kind::Product => {
                let record = model.products.get(id).ok_or_else(gone)?;
                templates.render("product.md", &product::page(record, &mut draft))
            }
            Kind::Table => {
                let record = model.tables.get(id).ok_or_else(gone)?;
                templates.render("table.md", &table::page(record, &draft))
            }
            _ => {
                let record = model.use_cases.get(id).ok_or_else(gone)?;
                let page = use_case::page(record, templates.sentences(), &mut draft);
                templates.render("use-case.md", &page)
            }
        }
    }
}
