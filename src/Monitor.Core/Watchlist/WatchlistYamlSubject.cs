using System.Globalization;
using Monitor.Core.Watchlist.Yaml;

namespace Monitor.Core.Watchlist;

/// <summary>One entry of a watchlist file as a subject. A person's claim kinds and statuses are not a sanction's: "lifted" of a person is an error.</summary>
internal static class WatchlistYamlSubject
{
    private static readonly string[] SharedKeys = ["id", "kind", "name", "names", "other_names"];
    private static readonly string[] PersonKeys = [.. SharedKeys, "gender", "nationality", "role", "facts", "status"];
    private static readonly string[] SanctionKeys = [.. SharedKeys, "issuer", "target", "facts", "status"];
    private static readonly string[] FactKeys = ["kind", "date", "note", "cites", "said_by"];
    private static readonly ClaimKind[] PersonKinds = [.. Enum.GetValues<ClaimKind>().Where(k => k < ClaimKind.Imposed)];
    private static readonly ClaimKind[] SanctionKinds = [.. Enum.GetValues<ClaimKind>().Where(k => k >= ClaimKind.Imposed)];
    private static readonly StatusValue[] PersonStatuses =
        [StatusValue.Held, StatusValue.Released, StatusValue.UnderTravelBan, StatusValue.Dead, StatusValue.Unknown];
    private static readonly StatusValue[] SanctionStatuses =
        [StatusValue.InForce, StatusValue.Eased, StatusValue.LiftAnnounced, StatusValue.Lifted, StatusValue.Unknown];

    public static Subject? Read(YamlRow row)
    {
        switch (row.Required("kind"))
        {
            case "person": return ReadPerson(row);
            case "sanction": return ReadSanction(row);
            case "": return null;
            case var other:
                row.Refuse("kind", $"\"{other}\" is not known here; write person or sanction");
                return null;
        }
    }

    private static Person ReadPerson(YamlRow row)
    {
        row.AllowOnly(PersonKeys);
        return new Person
        {
            Id = row.Text("id") ?? "",
            Name = row.Required("name"),
            Names = Names(row),
            OtherNames = row.Texts("other_names"),
            Gender = row.Word("gender", Gender.F, Gender.M) ?? Gender.Unknown,
            Nationality = [.. row.Texts("nationality").Select(code => Country(row, "nationality", code))],
            Role = row.Text("role") ?? "prisoner",
            Facts = [.. row.Rows("facts").Select(fact => ReadFact(fact, PersonKinds))],
            Status = ReadStatus(row, PersonStatuses, ["now", "since", "to", "standing"]),
        };
    }

    private static Sanction ReadSanction(YamlRow row)
    {
        row.AllowOnly(SanctionKeys);
        return new Sanction
        {
            Id = row.Text("id") ?? "",
            Name = row.Required("name"),
            Names = Names(row),
            OtherNames = row.Texts("other_names"),
            Issuer = row.Required("issuer"),
            Target = row.Required("target"),
            Facts = [.. row.Rows("facts").Select(fact => ReadFact(fact, SanctionKinds))],
            Status = ReadStatus(row, SanctionStatuses, ["now", "since", "standing"]),
        };
    }

    private static IReadOnlyDictionary<string, string> Names(YamlRow row)
    {
        var names = row.TextMap("names");
        foreach (var language in names.Keys.Where(key => key.Length is < 2 or > 12 || !key.All(c => char.IsAsciiLetter(c) || c == '-')))
            row.Refuse("names", $"\"{language}\" is not a language; write a code such as be or ru");
        return names;
    }

    private static Fact ReadFact(YamlRow row, ClaimKind[] kinds)
    {
        row.AllowOnly(FactKeys);
        row.Required("kind");
        var cites = row.Texts("cites").Select(text => ReadCitation(row, text));
        return new Fact(row.Word("kind", kinds) ?? kinds[0], row.Date("date"), row.Text("note"), [.. cites], row.Texts("said_by"));
    }

    private static Citation ReadCitation(YamlRow row, string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon > 0 && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line > 0)
            return new Citation(text[..colon], line);
        row.Refuse("cites", $"\"{text}\" is not a citation; write article id and line, such as 000:11");
        return new Citation(text, 0);
    }

    private static SubjectStatus? ReadStatus(YamlRow subject, StatusValue[] values, string[] keys)
    {
        if (subject.Row("status") is not { } row) return null;
        row.AllowOnly(keys);
        row.Required("now");
        var to = row.Text("to") is { } code ? Country(row, "to", code) : null;
        var standing = row.Word("standing", Enum.GetValues<Standing>()) ?? Standing.Reported;
        return new SubjectStatus(row.Word("now", values) ?? StatusValue.Unknown, row.Date("since"), to, standing);
    }

    private static string Country(YamlRow row, string key, string code)
    {
        if (code.Length != 2 || !code.All(char.IsAsciiLetterUpper)) row.Refuse(key, $"\"{code}\" is not a country; write its two letters, such as LT");
        return code;
    }
}
