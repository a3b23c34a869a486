//! Every rule: one file below, one line here, sorted. A test of the suite prints the line that is missing.

use crate::Rule;

/// Declares the module of every rule and the list of their values.
macro_rules! rules {
    ($($name:ident,)*) => {
        $(pub(crate) mod $name;)*

        /// Every rule, sorted by id.
        pub static RULES: &[&Rule] = &[$(&$name::RULE),*];
    };
}

rules! {
    ambiguous_name,
    article_only,
    bad_cell,
    bad_directive,
    bad_fact,
    bad_formula,
    bad_id,
    bad_link,
    bad_markup,
    bad_placeholder,
    bad_range,
    bad_scale,
    bad_summary,
    bad_template,
    case_collision,
    chained_repetition,
    comparison_without_comparand,
    con_against_best,
    dimension_without_table,
    disordered_marks,
    disordered_thresholds,
    diverging_repetition,
    doubled_word,
    duplicate_source,
    empty_family,
    empty_group,
    expired_fact,
    expiry_before_review,
    fixed_level,
    future_date,
    headline_without_column,
    hidden_character,
    huge_amount,
    idle_suppression,
    leading_use_case,
    long_value,
    lost_statement,
    missing_cell,
    missing_field,
    missing_file,
    mixed_weights,
    near_duplicate,
    not_utf8,
    number_in_prose,
    one_sided_age,
    one_sided_count,
    one_sided_evidence,
    one_sided_length,
    one_sided_mirror,
    one_sided_option,
    one_sided_snippet,
    one_sided_strength,
    option_without_column,
    out_of_range,
    outside_link,
    oversized_file,
    path_clash,
    pro_against_worst,
    pro_and_con_on_one_dimension,
    product_without_fact,
    repeated_column,
    repeated_fact,
    review_before_reading,
    sales_word,
    same_side_mirror,
    self_counter,
    shouting,
    silent_source,
    stale_record,
    stale_source,
    syntax,
    table_without_row,
    title_full_stop,
    uncited_cell,
    uncited_claim,
    uncited_record,
    uncorrected_statement,
    undated_now,
    unit_mismatch,
    unknown_field,
    unknown_folder,
    unknown_reference,
    unknown_rule,
    unknown_word,
    unlisted_file,
    unnamed_condition,
    unreachable_source,
    unreadable_path,
    unsupported_basis,
    unused_cost,
    unused_fact,
    unused_quantity,
    unused_source,
    unused_term,
    use_case_without_needs,
    vendor_only,
    weak_basis,
    weasel_word,
    wrong_type,
}

/// The rule with this id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES
        .binary_search_by(|it| it.id.cmp(id))
        .ok()
        .map(|at| RULES[at])
}
