package fr.agora.local.imports;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** What a spreadsheet cannot say: which columns of the import format hold lists, numbers or a yes and no. */
final class ColumnTypes {

    private static final Set<String> LISTS = Set.of(
            "communautes",
            "community_roles",
            "contract_types",
            "ids_tutelles",
            "j_offre",
            "je_cherche",
            "organisation_ids",
            "project_ids",
            "publics",
            "skill_ids",
            "territoires",
            "themes",
            "user_types");
    private static final Set<String> NUMBERS = Set.of("remote_days_per_week");
    private static final Set<String> YES_OR_NO = Set.of("brouillon");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");

    private ColumnTypes() {}

    /** Writes a cell under its column; text that does not fit the type stays text, for the service to refuse by name. */
    static void put(ObjectNode object, String column, String cell) {
        String text = cell.strip();
        if (LISTS.contains(column)) {
            var list = object.putArray(column);
            Arrays.stream(text.split("\\|"))
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .forEach(list::add);
        } else if (NUMBERS.contains(column) && WHOLE_NUMBER.matcher(text).matches()) {
            object.put(column, Integer.parseInt(text));
        } else if (YES_OR_NO.contains(column) && (text.equals("true") || text.equals("false"))) {
            object.put(column, Boolean.parseBoolean(text));
        } else {
            object.put(column, cell);
        }
    }
}
