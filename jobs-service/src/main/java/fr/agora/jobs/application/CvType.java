package fr.agora.jobs.application;

/** What a CV may be. */
public enum CvType {
    PDF("application/pdf", "pdf"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");

    private final String media;
    private final String extension;

    CvType(String media, String extension) {
        this.media = media;
        this.extension = extension;
    }

    public String media() {
        return media;
    }

    String extension() {
        return extension;
    }
}
