@NullMarked
package fr.agora.platform.audit;

import org.jspecify.annotations.NullMarked;
