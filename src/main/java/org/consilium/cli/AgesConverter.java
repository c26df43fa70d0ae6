package org.consilium.cli;

import org.consilium.tuning.Ages;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a range of ages. */
final class AgesConverter implements ITypeConverter<Ages> {
    @Override
    public Ages convert(String text) {
        try {
            return Ages.of(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
