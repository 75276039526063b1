namespace Monitor.Operating;

/// <summary>A verb's output is its answer: only what went wrong is logged beside it.</summary>
internal static class QuietLogging
{
    public static void QuietForVerbs(this ILoggingBuilder logging) => logging.AddFilter((category, level) =>
        level >= (category?.StartsWith("Microsoft.AspNetCore.DataProtection", StringComparison.Ordinal) == true ? LogLevel.Error : LogLevel.Warning));
}
