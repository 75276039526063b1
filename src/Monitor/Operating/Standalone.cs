using System.Runtime.CompilerServices;
using System.Text;

namespace Monitor.Operating;

/// <summary>What verbs share that run without the service: the settings, and standard input and output as lines of UTF-8.</summary>
internal static class Standalone
{
    public static Settings Read(string[] settings) => Settings.From(Configuration(settings));

    /// <summary>The same layers as the service has: appsettings.json beside the program, environment, command line.</summary>
    public static IConfiguration Configuration(string[] settings) => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .AddCommandLine(settings)
        .Build();

    public static StreamWriter Output() => new(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };

    public static async IAsyncEnumerable<string> LinesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        while (await input.ReadLineAsync(cancellation) is { } line)
            if (!string.IsNullOrWhiteSpace(line)) yield return line;
    }
}
