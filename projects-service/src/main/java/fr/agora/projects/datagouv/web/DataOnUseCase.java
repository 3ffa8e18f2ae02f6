package fr.agora.projects.datagouv.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data on the page of its use case.
 *
 * @param manage where its editors link more; absent for other readers
 */
public record DataOnUseCase(List<DataLine> lines, @Nullable String manage) {}
