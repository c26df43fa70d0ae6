package org.consilium.ui.signin;

import org.consilium.ui.common.Services;

/**
 * What opens once somebody is in.
 *
 * @param demo whether nothing is kept
 */
public record Entry(Services services, boolean demo) {}
