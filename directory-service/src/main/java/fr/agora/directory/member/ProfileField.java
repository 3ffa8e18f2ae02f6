package fr.agora.directory.member;

/** What a member may show to fewer readers than the profile itself; the name goes with the profile. */
public enum ProfileField {
    HEADLINE,
    BIO,
    /** With its ministries. */
    ORGANIZATION,
    TERRITORIES,
    SKILLS,
    /** What is offered and what is sought. */
    HELP,
    COMMUNITIES,
    COHORT,
    PHOTO
}
