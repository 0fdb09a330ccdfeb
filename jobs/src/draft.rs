//! What we learned becomes a draft for an editor.
