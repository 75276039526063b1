using Monitor.Core.Watchlist;

namespace Monitor.Core.Tests.Watchlist;

/// <summary>Whatever happens to a file on its way: the reader answers with the list or with errors that have a line, and never throws.</summary>
public sealed class WatchlistYamlMutationTests
{
    private const int Seed = 20251213;
    private const int Mutations = 3_000;
    private const string Sample = """
        - id: a1
          kind: person
          name: "Ганна \"Прыклад\""
          names: {ru: 'Анна', be: Ганна}
          facts:
            - kind: released # a remark
              date: 2025-12-13
              cites: [000:11, 004:9]
          status: {now: released, since: 2025-12-13, to: LT, standing: confirmed}
        - id: s1
          kind: sanction
          name: |
            S
          issuer: US
          target: other

        """;
    private static readonly string[] Pieces =
        ["\t", "\n", "\r", "\0", "\uFEFF", "\uD83D", ":", ": ", "- ", "{", "}", "[", "]", ",", "&a ", "*a", "!!int ", "!", "%", "@", "`", "\"", "'", "|", ">", "?", "#", "---\n", "...\n", "<<: ", "\\", "\\u", "\\xZZ", "~", "é", "\u2028"];

    [Fact]
    public void A_damaged_file_is_read_or_refused_but_never_thrown_at_the_caller()
    {
        var random = new Random(Seed);
        var refused = 0;
        for (var i = 0; i < Mutations; i++)
        {
            var yaml = Damaged(Damaged(Sample, random), random);
            var reading = WatchlistYaml.Read(yaml, "damaged.yaml");
            if (!reading.Refused) continue;
            refused++;
            Assert.Empty(reading.Subjects);
            Assert.All(reading.Errors, error => Assert.InRange(error.Line, 1, yaml.Split('\n').Length + 1));
        }

        Assert.InRange(refused, Mutations / 4, Mutations - 1);
    }

    /// <summary>Puts a piece in place of up to twelve characters.</summary>
    private static string Damaged(string text, Random random)
    {
        var at = random.Next(text.Length);
        var end = Math.Min(at + random.Next(13), text.Length);
        return text[..at] + Pieces[random.Next(Pieces.Length)] + text[end..];
    }
}
