package fr.agora.directory.organization;

import java.util.regex.Pattern;

/**
 * Checks an establishment's number: fourteen digits whose Luhn sum is a multiple of ten, as is that of the nine first
 * (SIREN). La Poste's establishments instead have digits whose plain sum is a multiple of five.
 */
final class Siret {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{14}");
    private static final Pattern SIREN = Pattern.compile("[0-9]{9}");
    private static final String LA_POSTE = "356000000";

    private Siret() {}

    /** The nine digits of a company or administration, whatever its establishments. */
    static boolean isSiren(String number) {
        return SIREN.matcher(number).matches() && luhn(number);
    }

    static boolean isValid(String number) {
        if (!DIGITS.matcher(number).matches()) {
            return false;
        }
        String siren = number.substring(0, 9);
        if (siren.equals(LA_POSTE) && number.chars().map(digit -> digit - '0').sum() % 5 == 0) {
            return true;
        }
        return luhn(siren) && luhn(number);
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
