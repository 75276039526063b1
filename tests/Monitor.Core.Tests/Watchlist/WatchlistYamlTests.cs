using Monitor.Core.Watchlist;
using Monitor.Core.Watchlist.Yaml;

namespace Monitor.Core.Tests.Watchlist;

public sealed class WatchlistYamlTests
{
    private const string Znak = "- id: znak\n  kind: person\n  name: Maksim Znak\n";
    private const string Potash = "- id: us-potash\n  kind: sanction\n  name: US potash\n  issuer: US\n  target: potash\n";

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("# nothing here\n")]
    [InlineData("---\n")]
    [InlineData("~\n")]
    public void An_empty_file_is_a_valid_empty_list(string yaml)
    {
        var reading = WatchlistYaml.Read(yaml, "people.yaml");
        Assert.False(reading.Refused);
        Assert.Empty(reading.Subjects);
    }

    [Fact]
    public void One_name_is_enough_for_a_person()
    {
        var person = Assert.IsType<Person>(Assert.Single(WatchlistYaml.Read(Znak, "people.yaml").Subjects));
        Assert.Equal(("znak", "Maksim Znak", "prisoner", Gender.Unknown), (person.Id, person.Name, person.Role, person.Gender));
        Assert.Null(person.Status);
        Assert.Empty(person.Facts);
    }

    [Fact]
    public void Every_key_of_a_person_is_read()
    {
        const string yaml = """
            - id: a1
              kind: person
              name: Ганна Прыклад
              names: {ru: Анна Пример, be: Ганна Прыклад}
              other_names: [Hanna P.]
              gender: f
              nationality: [BY, NO]
              role: relative
              facts:
                - kind: hunger-strike
                  date: 2024-02
                  note: "10 days: water only"
                  cites: [000:11, 004:9]
                  said_by: [relative, ngo]
              status: {now: under-travel-ban, since: 2024, to: LT, standing: disputed}
            """;
        var person = Assert.IsType<Person>(Assert.Single(WatchlistYaml.Read(yaml, "people.yaml").Subjects));
        Assert.Equal("Анна Пример", person.NameIn("ru"));
        Assert.Equal(["Hanna P."], person.OtherNames);
        Assert.Equal(["BY", "NO"], person.Nationality);
        Assert.Equal((Gender.F, "relative"), (person.Gender, person.Role));
        Assert.Equal(new SubjectStatus(StatusValue.UnderTravelBan, PartialDate.OfYear(2024), "LT", Standing.Disputed), person.Status);
        var fact = Assert.Single(person.Facts);
        Assert.Equal((ClaimKind.HungerStrike, PartialDate.OfMonth(2024, 2), "10 days: water only"), (fact.Kind, fact.Date, fact.Note));
        Assert.Equal([new Citation("000", 11), new Citation("004", 9)], fact.Cites);
        Assert.Equal(["relative", "ngo"], fact.SaidBy);
    }

    [Theory]
    [InlineData(Znak + "  sattus: {now: held}\n", 4, "sattus", "unknown key")]
    [InlineData(Znak + "  issuer: US\n", 4, "issuer", "unknown key")]
    [InlineData(Potash + "  gender: f\n", 6, "gender", "unknown key")]
    [InlineData(Znak + "  facts:\n    - kind: released\n      when: 2025\n", 6, "facts.when", "unknown key")]
    [InlineData(Znak + "  status: {now: released, at: LT}\n", 4, "status.at", "unknown key")]
    [InlineData(Potash + "  status: {now: lifted, to: LT}\n", 6, "status.to", "unknown key")]
    [InlineData(Znak + Znak, 4, "id", "already at people.yaml:1")]
    [InlineData(Znak + "- id: ZNAK\n  kind: person\n  name: Other\n", 4, "id", "already at people.yaml:1")]
    [InlineData(Znak + "  facts:\n    - kind: released\n      date: 2025-13\n", 6, "facts.date", "not a date")]
    [InlineData(Znak + "  facts:\n    - kind: released\n      date: 2025-02-30\n", 6, "facts.date", "not a date")]
    [InlineData(Znak + "  facts:\n    - kind: released\n      date: 13.12.2025\n", 6, "facts.date", "not a date")]
    [InlineData(Znak + "  status: {now: released, since: lately}\n", 4, "status.since", "not a date")]
    [InlineData("- id: a\n  kind: person\n", 1, "name", "missing")]
    [InlineData("- id: a\n  kind: person\n  name: '  '\n", 3, "name", "missing")]
    [InlineData("- id: a\n  kind: person\n  name:\n", 3, "name", "missing")]
    [InlineData("- kind: person\n  name: A\n", 1, "id", "missing")]
    [InlineData("- id: a\n  name: A\n", 1, "kind", "missing")]
    [InlineData("- id: a\n  kind: sanction\n  name: A\n  target: x\n", 1, "issuer", "missing")]
    [InlineData("- id: a\n  kind: org\n  name: A\n", 2, "kind", "person or sanction")]
    [InlineData(Znak + "  facts:\n    - kind: freed\n", 5, "facts.kind", "released")]
    [InlineData(Znak + "  facts:\n    - kind: lifted\n", 5, "facts.kind", "released")]
    [InlineData(Znak + "  facts:\n    - date: 2025\n", 5, "facts.kind", "missing")]
    [InlineData(Potash + "  facts:\n    - kind: released\n", 7, "facts.kind", "lift-announced")]
    [InlineData(Znak + "  status: {now: free}\n", 4, "status.now", "held")]
    [InlineData(Znak + "  status: {now: in-force}\n", 4, "status.now", "held")]
    [InlineData(Znak + "  status: {since: 2025}\n", 4, "status.now", "missing")]
    [InlineData(Znak + "  status: {now: held, standing: sure}\n", 4, "status.standing", "confirmed")]
    [InlineData(Znak + "  status: {now: released, to: Lithuania}\n", 4, "status.to", "two letters")]
    [InlineData(Znak + "  nationality: [by]\n", 4, "nationality", "two letters")]
    [InlineData(Znak + "  gender: male\n", 4, "gender", "f, m")]
    [InlineData(Znak + "  nationality: BY\n", 4, "nationality", "must be a list")]
    [InlineData(Znak + "  status: released\n", 4, "status", "keys of its own")]
    [InlineData(Znak + "  facts: {kind: released}\n", 4, "facts", "must be a list")]
    [InlineData(Znak + "  names: [be]\n", 4, "names", "keys of its own")]
    [InlineData(Znak + "  names: {Belarusian!: Знак}\n", 4, "names", "not a language")]
    [InlineData("- id: a\n  kind: person\n  name: [A, B]\n", 3, "name", "one text")]
    [InlineData(Znak + "  other_names: [A, ]\n  other_names: [B]\n", 5, "", "Duplicate key")]
    [InlineData(Znak + "  facts:\n    - kind: released\n      cites: [eleven]\n", 6, "facts.cites", "000:11")]
    [InlineData(Znak + "  facts:\n    - kind: released\n      cites: [000:0]\n", 6, "facts.cites", "000:11")]
    [InlineData("- id: a/b\n  kind: person\n  name: A\n", 1, "id", "address")]
    [InlineData("- id: group\n  kind: person\n  name: A\n", 1, "id", "reserved")]
    [InlineData("id: a\nkind: person\n", 1, "", "must be a list")]
    [InlineData("just words", 1, "", "must be a list")]
    [InlineData("- znak\n", 1, "", "must have keys")]
    [InlineData("- id: a\n  kind: person\n\tname: A\n", 3, "", "a tab")]
    [InlineData(Znak + "  names: {be: A\n", 5, "", "not valid YAML")]
    [InlineData(Znak + "  role: \"open\n", 4, "", "not valid YAML")]
    [InlineData(Znak + "---\n" + Znak, 4, "", "second document")]
    [InlineData("- &a {id: a, kind: person, name: A}\n- *a\n", 1, "", "anchors")]
    [InlineData("- id: a\n  kind: person\n  name: *b\n", 3, "", "aliases")]
    [InlineData("- !person {id: a}\n", 1, "", "tags")]
    public void A_wrong_list_is_refused_whole_with_line_key_and_mend(string yaml, int line, string key, string said)
    {
        var reading = WatchlistYaml.Read(yaml, "people.yaml");
        Assert.True(reading.Refused);
        Assert.Empty(reading.Subjects);
        var error = Assert.Single(reading.Errors);
        Assert.Equal(("people.yaml", line, key), (error.File, error.Line, error.Key));
        Assert.Contains(said, error.What, StringComparison.Ordinal);
    }

    [Fact]
    public void All_errors_are_told_at_once_in_the_order_of_the_file()
    {
        var errors = WatchlistYaml.Read("- id: a\n  kind: person\n  nmae: A\n- id: b\n  kind: person\n  name: B\n  gender: x\n", "p.yaml").Errors;
        Assert.Equal(["p.yaml:3: nmae", "p.yaml:1: name", "p.yaml:7: gender"], errors.Select(e => $"{e.File}:{e.Line}: {e.Key}"));
        Assert.StartsWith("p.yaml:7: gender: \"x\" is not known here; write one of f, m", errors[2].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_is_given_once_over_all_files()
    {
        var reading = WatchlistYaml.Read([new ListFile("a.yaml", Potash + Znak), new ListFile("b.yaml", "\n" + Znak)]);
        Assert.Empty(reading.Subjects);
        Assert.Equal(("b.yaml", 2, "id"), (reading.Errors[0].File, reading.Errors[0].Line, reading.Errors[0].Key));
        Assert.Contains("already at a.yaml:6", Assert.Single(reading.Errors).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Subjects_of_several_files_stand_in_the_order_of_the_files()
    {
        var reading = WatchlistYaml.Read([new ListFile("a.yaml", Znak), new ListFile("b.yaml", Potash)]);
        Assert.Equal(["znak", "us-potash"], reading.Subjects.Select(s => s.Id));
    }

    [Fact]
    public void A_bomb_of_aliases_or_brackets_is_refused_at_once()
    {
        var billion = "- &a [x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range('b', 20).Select(c => $"- &{(char)c} [{string.Join(',', Enumerable.Repeat("*" + (char)(c - 1), 9))}]\n"));
        Assert.Contains("anchors", Assert.Single(WatchlistYaml.Read(billion, "bomb.yaml").Errors).What, StringComparison.Ordinal);
        Assert.Contains("too deeply", Assert.Single(WatchlistYaml.Read(new string('[', 200_000), "deep.yaml").Errors).What, StringComparison.Ordinal);
        Assert.Contains("larger", Assert.Single(WatchlistYaml.Read(new string('#', YamlRows.MaxCharacters + 1), "big.yaml").Errors).What, StringComparison.Ordinal);
        Assert.Contains("longer", Assert.Single(WatchlistYaml.Read(Znak + "  role: " + new string('x', 5_000), "long.yaml").Errors).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_full_of_errors_is_told_by_its_first_ones() =>
        Assert.Equal(50, WatchlistYaml.Read(string.Concat(Enumerable.Repeat("- id: a\n", 1000)), "p.yaml").Errors.Count);
}
