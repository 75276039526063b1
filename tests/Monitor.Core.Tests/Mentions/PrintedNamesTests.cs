using Monitor.Core.Mentions;
using Monitor.Core.Watchlist;
using Xunit.Abstractions;

namespace Monitor.Core.Tests.Mentions;

/// <summary>Recall over a table of printed names (Tables/printed-names.txt): each person is on the list by one name only, all of them on one list.</summary>
public sealed class PrintedNamesTests(ITestOutputHelper output)
{
    private const double Promised = 0.97;

    private static readonly Dictionary<string, string> Sentences = new(StringComparer.Ordinal)
    {
        ["be"] = "Пра гэта ў пятніцу пісалі пра палітвязняў Беларусі: {0}, паведамляе агенцтва.",
        ["ru"] = "Об этом в пятницу писали о политзаключённых Беларуси: {0}, сообщает агентство.",
        ["uk"] = "Про це в п'ятницю писали про політв'язнів Білорусі: {0}, повідомляє агенція.",
        ["pl"] = "W piątek pisano o więźniach politycznych na Białorusi: {0}, podaje agencja.",
        ["en"] = "On Friday the agency wrote about political prisoners in Belarus: {0}, it said.",
    };

    [Fact]
    public void Persons_given_by_one_name_are_found_as_papers_print_them()
    {
        var forms = Read().ToList();
        var finder = new MentionFinder([.. forms.Select(f => f.Person).Distinct().Select(p => new Person { Id = p, Name = p })]);
        var missed = new List<string>();
        foreach (var (person, language, form) in forms)
        {
            var found = finder.Subjects(string.Format(null, Sentences.GetValueOrDefault(language, Sentences["en"]), form), language);
            if (found is not [var one] || one != person) missed.Add($"{person} · {language} · {form} → {string.Join(", ", found)}");
        }

        output.WriteLine($"{forms.Count - missed.Count} of {forms.Count} forms of {forms.Select(f => f.Person).Distinct().Count()} persons");
        foreach (var miss in missed) output.WriteLine(miss);
        Assert.True(missed.Count <= forms.Count * (1 - Promised), string.Join('\n', missed));
    }

    private static IEnumerable<(string Person, string Language, string Form)> Read()
    {
        var person = "";
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Mentions", "Tables", "printed-names.txt")))
        {
            if (line.StartsWith("= ", StringComparison.Ordinal)) person = line[2..];
            else if (!line.StartsWith('#') && line.Split(": ", 2) is [var language, var forms])
                foreach (var form in forms.Split("; ")) yield return (person, language, form);
        }
    }
}
