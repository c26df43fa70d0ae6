package org.consilium.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.consilium.tuning.task.LeaveOut;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what a training leaves out. */
final class LeaveOutConverter implements ITypeConverter<LeaveOut> {
    @Override
    public LeaveOut convert(String text) {
        return Arrays.stream(LeaveOut.values())
                .filter(each -> each.toString().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() ->
                        new TypeConversionException(
                                Arrays.stream(LeaveOut.values())
                                        .map(LeaveOut::toString)
                                        .collect(
                                                Collectors.joining(
                                                        ", ", "one of ", ", not " + text + "."))));
    }
}
