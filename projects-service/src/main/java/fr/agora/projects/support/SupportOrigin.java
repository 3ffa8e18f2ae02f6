package fr.agora.projects.support;

/** Whether an administration asked or Etalab suggested. */
public enum SupportOrigin {
    REQUEST,
    SUGGESTION
}
