package fr.agora.projects.request.web;

import fr.agora.platform.ui.Choice;
import java.util.List;

/**
 * The form of a request.
 *
 * @param useCase slug of what is asked for
 */
public record AskingPage(String useCase, String title, String url, List<Choice> bricks) {}
