package org.consilium.tuning.factor;

import java.util.List;

/**
 * What a search for a learning rate saw, to be drawn with the rates on a logarithmic axis.
 *
 * @param rates ascending, up to where the loss broke out
 * @param losses training loss a visit at each, smoothed
 * @param suggested a tenth of the rate at which the loss was least
 */
public record RateCurve(List<Double> rates, List<Double> losses, double suggested) {
    public RateCurve {
        rates = List.copyOf(rates);
        losses = List.copyOf(losses);
    }
}
