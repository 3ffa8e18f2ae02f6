/**
 * What an organisation made and looks for, and what a person is named for, as the other services tell it. Offers small
 * copies to the pages of organisations and people. Ignores everything about use cases and offers but their title and
 * audience.
 */
@NullMarked
package fr.agora.directory.works;

import org.jspecify.annotations.NullMarked;
