/**
 * Small readers of what people write in forms and requests: a text that must be there, a day that must have come. They
 * collect every wrong field, and show a form again as it was sent. They know nothing of the trade.
 */
@NullMarked
package fr.agora.projects.forms;

import org.jspecify.annotations.NullMarked;
