using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Monitor.Tests.Support.BotApi;

/// <summary>
/// Holds JSON against the published description of the Bot API: methods and types, what is required, what is unknown, types
/// down to the last array, listed values, lengths. The real server ignores a misspelt parameter; this does not.
/// </summary>
public sealed partial class BotApiSchema
{
    private const string SpecPath = "telegram-bot-api-spec/api.min.json";

    private static readonly string[] ParseModes = ["HTML", "Markdown", "MarkdownV2"];

    private readonly JsonObject _methods;
    private readonly JsonObject _types;

    private BotApiSchema(JsonObject spec) => (_methods, _types) = (spec["methods"]!.AsObject(), spec["types"]!.AsObject());

    /// <summary>Null where the description is not at hand: the test then skips itself.</summary>
    public static BotApiSchema? Load() => SharedFolder.Find(SpecPath) is { } file ? new BotApiSchema(JsonNode.Parse(File.ReadAllText(file))!.AsObject()) : null;

    /// <summary>What is wrong with a call, each with its place ("sendMessage.reply_markup.inline_keyboard[0][1].text: missing").</summary>
    public IReadOnlyList<string> CheckCall(string method, JsonObject parameters) =>
        _methods[method] is JsonObject description ? CheckFields(description, parameters, method) : [$"{method}: no such method"];

    /// <summary>What is wrong with an object that claims to be of a type, e.g. an Update.</summary>
    public IReadOnlyList<string> CheckType(string type, JsonNode value) => CheckValue(type, JsonNode.Parse(value.ToJsonString()), type);

    private List<string> CheckFields(JsonObject description, JsonObject value, string place)
    {
        var problems = new List<string>();
        var fields = (description["fields"] as JsonArray ?? []).ToDictionary(field => (string)field!["name"]!, field => field!.AsObject());
        foreach (var (name, field) in fields)
            if (!value.ContainsKey(name) && IsRequired(field, value)) problems.Add($"{place}.{name}: missing");
        foreach (var (name, part) in value)
            problems.AddRange(fields.TryGetValue(name, out var field) ? CheckField(field, part, $"{place}.{name}") : [$"{place}.{name}: unknown"]);
        problems.AddRange(CheckActions(description, value, place));
        return problems;
    }

    /// <summary>Marked as required, or "Required if X is not specified" while X is not.</summary>
    private static bool IsRequired(JsonObject field, JsonObject value)
    {
        if ((bool)field["required"]!) return true;
        var condition = RequiredIf().Match(Description(field));
        return condition.Success && condition.Groups["other"].Captures.All(other => !value.ContainsKey(other.Value));
    }

    private List<string> CheckField(JsonObject field, JsonNode? value, string place)
    {
        var types = field["types"]!.AsArray().Select(type => (string)type!).ToList();
        var attempts = types.ConvertAll(type => CheckValue(type, value, place));
        var best = attempts.MinBy(problems => problems.Count)!;
        return best.Count > 0 ? best : CheckWords(field, value!, place);
    }

    private List<string> CheckValue(string type, JsonNode? value, string place)
    {
        const string array = "Array of ";
        if (type.StartsWith(array, StringComparison.Ordinal))
            return value is JsonArray list
                ? [.. list.SelectMany((one, index) => CheckValue(type[array.Length..], one, $"{place}[{index}]"))]
                : [$"{place}: no array"];
        return type switch
        {
            "Integer" => Is(value, JsonValueKind.Number) && value!.AsValue().TryGetValue<long>(out _) ? [] : [$"{place}: no integer"],
            "Float" => Is(value, JsonValueKind.Number) ? [] : [$"{place}: no number"],
            "String" => Is(value, JsonValueKind.String) ? [] : [$"{place}: no string"],
            "Boolean" => Is(value, JsonValueKind.True) || Is(value, JsonValueKind.False) ? [] : [$"{place}: no boolean"],
            _ => value is JsonObject json ? CheckObject(type, json, place) : [$"{place}: no object"],
        };
    }

    private List<string> CheckObject(string type, JsonObject value, string place)
    {
        if (_types[type] is not JsonObject description) return [$"{place}: no such type {type}"];
        return description["subtypes"] is JsonArray subtypes
            ? subtypes.Select(subtype => CheckObject((string)subtype!, value, place)).MinBy(problems => problems.Count)!
            : CheckFields(description, value, place);
    }

    /// <summary>What the sentences say of a value: the listed ones, the length, and three lists that stand elsewhere.</summary>
    private List<string> CheckWords(JsonObject field, JsonNode value, string place)
    {
        var name = (string)field["name"]!;
        var description = Description(field);
        if (name == "allowed_updates")
            return [.. value.AsArray().Select(kind => (string)kind!).Where(kind => !IsUpdateKind(kind)).Select(kind => $"{place}: no kind of update is called {kind}")];
        if (value.GetValueKind() is JsonValueKind.Number) return CheckRange(description, value, place);
        if (value.GetValueKind() is not JsonValueKind.String) return [];

        var text = (string)value!;
        var allowed = name == "parse_mode" ? ParseModes : Listed(description);
        if (allowed.Count > 0 && !allowed.Contains(text, StringComparer.Ordinal)) return [$"{place}: {text} is none of {string.Join(", ", allowed)}"];
        if (description.StartsWith("A two-letter", StringComparison.Ordinal) && text.Length is not (0 or 2)) return [$"{place}: {text} has not two letters"];
        return CheckLength(description, text, place);
    }

    private static IReadOnlyList<string> Listed(string description)
    {
        if (MustBeOne().Match(description) is { Success: true } one) return [one.Groups["value"].Value];
        var list = OneOf().Match(description);
        return [.. list.Groups["value"].Captures.Select(value => value.Value)];
    }

    private static List<string> CheckLength(string description, string text, string place)
    {
        var limits = Length().Match(description);
        if (!limits.Success || AfterParsing().IsMatch(description)) return [];
        var bytes = limits.Groups["unit"].Value.Equals("bytes", StringComparison.OrdinalIgnoreCase);
        var length = bytes ? Encoding.UTF8.GetByteCount(text) : text.EnumerateRunes().Count();
        return Within(limits, length) ? [] : [$"{place}: {length} {limits.Groups["unit"]}, not {limits.Value}"];
    }

    private static List<string> CheckRange(string description, JsonNode value, string place) =>
        Range().Match(description) is { Success: true } limits && !Within(limits, (long)value) ? [$"{place}: {value} is not in {limits.Value}"] : [];

    private static bool Within(Match limits, long number) =>
        number >= long.Parse(limits.Groups["least"].Value, CultureInfo.InvariantCulture)
        && number <= long.Parse(limits.Groups["most"].Value, CultureInfo.InvariantCulture);

    /// <summary>A button: "Exactly one of the fields other than text, … must be used".</summary>
    private static List<string> CheckActions(JsonObject description, JsonObject value, string place)
    {
        var rule = ExactlyOne().Match(string.Join(' ', description["description"]!.AsArray().Select(line => (string)line!)));
        if (!rule.Success) return [];
        var others = rule.Groups["others"].Value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        var actions = value.Count(part => !others.Contains(part.Key, StringComparer.Ordinal));
        return actions == 1 ? [] : [$"{place}: {actions} actions, not one"];
    }

    private bool IsUpdateKind(string kind) =>
        kind != "update_id" && _types["Update"]!["fields"]!.AsArray().Any(field => (string)field!["name"]! == kind);

    private static string Description(JsonObject field) => (string)field["description"]!;

    private static bool Is(JsonNode? value, JsonValueKind kind) => value?.GetValueKind() == kind;

    [GeneratedRegex(@"\b[Rr]equired if (?<other>\w+)(?: and (?<other>\w+))? (?:is not|isn't|are not|aren't) specified", RegexOptions.None, 1000)]
    private static partial Regex RequiredIf();

    [GeneratedRegex(@", must be (?<value>[a-z0-9_]+)$", RegexOptions.None, 1000)]
    private static partial Regex MustBeOne();

    [GeneratedRegex("""\b(?:[Oo]ne of|either) "(?<value>[^"]*)"(?:[^".]*"(?<value>[^"]*)")*""", RegexOptions.None, 1000)]
    private static partial Regex OneOf();

    [GeneratedRegex(@"\b(?<least>\d+)-(?<most>\d+) (?<unit>characters|[Bb]ytes)", RegexOptions.None, 1000)]
    private static partial Regex Length();

    [GeneratedRegex(@"\b(?<least>\d+)-(?<most>\d+)\b", RegexOptions.None, 1000)]
    private static partial Regex Range();

    [GeneratedRegex("after entit(?:y|ies) parsing", RegexOptions.None, 1000)]
    private static partial Regex AfterParsing();

    [GeneratedRegex(@"Exactly one of the fields other than (?<others>[\w, ]+?) must be used", RegexOptions.None, 1000)]
    private static partial Regex ExactlyOne();
}
