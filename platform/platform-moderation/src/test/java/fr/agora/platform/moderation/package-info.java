@NullMarked
package fr.agora.platform.moderation;

import org.jspecify.annotations.NullMarked;
