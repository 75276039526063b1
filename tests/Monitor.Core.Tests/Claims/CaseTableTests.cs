using Monitor.Core.Claims;
using Monitor.Core.Claims.Grammar.Findings;
using Monitor.Core.Items;
using Monitor.Core.Tests.Seeds;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Tests.Claims;

/// <summary>The tables of cases in Cases/, one of our own items a line, by language: exactly this is asserted of the seed list's subjects, and the rest named is said too.</summary>
public sealed class CaseTableTests
{
    private static readonly ItemReader reader = new(SeedFiles.Subjects());

    public static TheoryData<string, int, string> Cases()
    {
        var cases = new TheoryData<string, int, string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(SeedFiles.Root, "tests", "Monitor.Core.Tests", "Claims", "Cases"), "*.txt").Order(StringComparer.Ordinal))
        {
            var number = 0;
            foreach (var line in File.ReadLines(file))
            {
                number++;
                if (line.Length > 0 && line[0] != '#') cases.Add(Path.GetFileNameWithoutExtension(file), number, line);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_item_says_what_its_line_says(string language, int number, string line)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        var expected = parts[3].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Read).ToList();
        var claims = reader.Read(new Item { Id = $"{language}-{number}", Source = "t", Origin = "t", Language = language, Title = parts[1], Text = parts[2], Published = DateTimeOffset.Parse(parts[0] + "T12:00:00Z") }).Claims;

        Assert.All(expected, e => Assert.Contains(claims, c => c.Subject == e.Subject && Settling.SameChange(c.Kind, e.Kind) && c.Stance == e.Stance));
        Assert.All(claims.Where(c => c.Stance == Stance.Asserted), c => Assert.Contains(expected, e => e.Stance == Stance.Asserted && e.Subject == c.Subject && Settling.SameChange(e.Kind, c.Kind)));
    }

    private static (string Subject, ClaimKind Kind, Stance Stance) Read(string said)
    {
        var words = said.Split(' ', '/');
        Assert.True(Keyword.TryParse<ClaimKind>(words[1], out var kind) & Keyword.TryParse<Stance>(words[2], out var stance), $"no kind and stance: {said}");
        return (words[0], kind, stance);
    }
}
