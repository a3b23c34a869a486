//! Links within a document, led to their places once the pages are set.
//!
//! A template writes such a link as one to `place:KEY`, and makes the spot with `[#metadata("KEY") <place>]`. The links of Typst
//! itself ask for the pages of their targets while pages are set: all texts with a link would be laid out once more, and in a
//! long document several times.

use std::collections::{HashMap, HashSet};

use typst::foundations::NativeElement;
use typst::introspection::{Introspector, Location, MetadataElem, PagedPosition, Tag};
use typst::layout::{Frame, FrameItem, PageElem};
use typst::model::{Destination, Document, LinkMarker};
use typst::text::{LocalName, Locale};
use typst_layout::PagedDocument;

const SCHEME: &str = "place:";
const LABEL: &str = "place";

/// `document` with its links leading to the places that they name. A link to a place that is not there is text.
pub(crate) fn joined(document: PagedDocument) -> PagedDocument {
    let places = places(&document);
    let info = document.info().clone();
    let mut pages = document.pages().to_vec();
    // Frames that nobody else holds are changed where they are.
    drop(document);
    let mut joining = Joining {
        places,
        locale: info.locale.unwrap_or_default(),
        cut: HashSet::new(),
    };
    for page in &mut pages {
        joining.join(&mut page.frame);
    }
    PagedDocument::new(pages.into_iter().collect(), info)
}

/// Where the places of `document` are, by their keys.
fn places(document: &PagedDocument) -> HashMap<String, PagedPosition> {
    let introspector = document.introspector();
    let mut places = HashMap::new();
    for element in &introspector.query(&MetadataElem::ELEM.select()) {
        let is_place = element
            .label()
            .is_some_and(|it| it.resolve().as_str() == LABEL);
        let key = element
            .to_packed::<MetadataElem>()
            .and_then(|it| it.value.clone().cast::<String>().ok());
        let position = element.location().and_then(|it| introspector.position(it));
        if let (true, Some(key), Some(position)) = (is_place, key, position) {
            places.insert(key, position);
        }
    }
    places
}

/// Leads links to `places`.
struct Joining {
    places: HashMap<String, PagedPosition>,
    locale: Locale,
    /// Where links begin that lead nowhere.
    cut: HashSet<Location>,
}

impl Joining {
    fn join(&mut self, frame: &mut Frame) {
        frame.retain(|item| self.keeps(item));
    }

    /// Whether `item` stays, as it is now.
    fn keeps(&mut self, item: &mut FrameItem) -> bool {
        match item {
            FrameItem::Group(group) => {
                self.join(&mut group.frame);
                true
            }
            FrameItem::Link(destination, _) => self.leads(destination),
            FrameItem::Tag(tag) => self.tells(tag),
            _ => true,
        }
    }

    /// Whether a link leads somewhere: to its place, if it names one.
    fn leads(&self, destination: &mut Destination) -> bool {
        let Destination::Url(url) = &*destination else {
            return true;
        };
        let Some(key) = url.strip_prefix(SCHEME) else {
            return true;
        };
        let place = self.places.get(key);
        place
            .map(|it| *destination = Destination::Position(*it))
            .is_some()
    }

    /// Whether a tag stays: that of a link to nowhere does not, and one to a place says on which page it is, to be read aloud.
    fn tells(&mut self, tag: &mut Tag) -> bool {
        let element = match tag {
            Tag::Start(element, _) => element,
            Tag::End(location, ..) => return !self.cut.contains(location),
        };
        let Some(key) = key_of(element.to_packed::<LinkMarker>().map(|it| &**it)) else {
            return true;
        };
        match self.places.get(&key) {
            Some(place) => {
                let page = PageElem::local_name(self.locale.lang, self.locale.region);
                if let Some(marker) = element.to_packed_mut::<LinkMarker>() {
                    marker.alt = Some(format!("{page} {}", place.page).into());
                }
                true
            }
            None => {
                self.cut.extend(element.location());
                false
            }
        }
    }
}

/// The key of the place that a link names.
fn key_of(marker: Option<&LinkMarker>) -> Option<String> {
    let alt = marker?.alt.as_ref()?;
    alt.strip_prefix(SCHEME).map(str::to_owned)
}
