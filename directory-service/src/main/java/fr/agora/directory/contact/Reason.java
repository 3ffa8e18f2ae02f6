package fr.agora.directory.contact;

/** Why a contact was chosen, in both languages of the pages. */
public record Reason(String fr, String en) {

    public String in(String language) {
        return language.equals("en") ? en : fr;
    }
}
