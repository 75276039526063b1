using System.Globalization;

namespace Monitor.Tests.Support;

/// <summary>What a process has in memory now, in MB: its own (anonymous), mapped files, and shared (code that was compiled while it ran).</summary>
internal sealed record ResidentMemory(double Own, double Files, double Shared)
{
    public double All => Own + Files + Shared;

    public static ResidentMemory Of(int process)
    {
        var lines = File.ReadAllLines($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/status").Select(l => l.Split([':', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries)).ToList();
        return new ResidentMemory(Megabytes("RssAnon"), Megabytes("RssFile"), Megabytes("RssShmem"));

        double Megabytes(string key) => double.Parse(lines.Single(l => l[0] == key)[1], CultureInfo.InvariantCulture) / 1024;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{All:0.0} MB (own {Own:0.0}, files {Files:0.0}, shared {Shared:0.0})");
}
