package fr.agora.projects.usecase.web;

import fr.agora.projects.usecase.Indicator;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Two bars, before and after, where both values are numbers; widths in units of the drawing, whose longest bar is
 * {@value #LONGEST}.
 */
public record ChartView(int before, int after) {

    private static final int LONGEST = 200;
    private static final Pattern GROUPING = Pattern.compile("[\\s\\u00a0\\u202f]");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}([.,]\\d{1,6})?");

    static Optional<ChartView> of(Indicator indicator) {
        BigDecimal before = number(indicator.before());
        BigDecimal after = number(indicator.after());
        if (before == null || after == null || (before.signum() == 0 && after.signum() == 0)) {
            return Optional.empty();
        }
        double longest = before.max(after).doubleValue();
        return Optional.of(new ChartView(width(before, longest), width(after, longest)));
    }

    private static int width(BigDecimal value, double longest) {
        int width = (int) Math.round(value.doubleValue() / longest * LONGEST);
        // what is measured is seen, were it a thousandth
        return value.signum() > 0 ? Math.max(width, 2) : 0;
    }

    /** A plain positive number; « trois semaines » and « -5 » have no bar. */
    private static @Nullable BigDecimal number(@Nullable String value) {
        String digits = value == null
                ? ""
                : GROUPING.matcher(value.strip().replace(" %", "").replace("%", ""))
                        .replaceAll("");
        return NUMBER.matcher(digits).matches() ? new BigDecimal(digits.replace(',', '.')) : null;
    }
}
