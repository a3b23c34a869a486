//! Packages of Office Open XML, changed without touching what was not asked for.
