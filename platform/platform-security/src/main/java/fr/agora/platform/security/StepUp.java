package fr.agora.platform.security;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Of whom a second factor is asked, {@code AGORA_STEP_UP}. */
public enum StepUp {
    NOBODY("false"),
    MODERATORS("true"),
    EVERYBODY("everybody");

    private final String setting;

    StepUp(String setting) {
        this.setting = setting;
    }

    /** @throws IllegalArgumentException for another word: a second factor that is wanted must not be left out silently */
    public static StepUp of(String setting) {
        return Arrays.stream(values())
                .filter(each -> each.setting.equalsIgnoreCase(setting.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("AGORA_STEP_UP is one of "
                        + Arrays.stream(values()).map(each -> each.setting).collect(Collectors.joining(", "))
                        + ": " + setting));
    }
}
