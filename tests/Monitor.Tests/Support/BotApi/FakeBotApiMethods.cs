using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Monitor.Tests.Support.BotApi;

/// <summary>Carries a call out, or refuses it in the server's words.</summary>
internal sealed class FakeBotApiMethods(FakeBotApiUpdates updates, FakeBotApiChats chats, FakeBotApiPeople people, TimeProvider time)
{
    private const long BotId = 4242;
    private const int MostCharacters = 4096;
    private const int MostBytes = 32768;
    private const int MostResults = 50;
    private const int MostCommands = 100;

    private static readonly Regex CommandName = new("^[a-z0-9_]{1,32}$", RegexOptions.NonBacktracking);

    private readonly ConcurrentDictionary<string, JsonObject> _profile = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, JsonObject> Profile => _profile;

    public async Task<FakeBotApiAnswer> Call(FakeBotApiCall call, CancellationToken ending)
    {
        try
        {
            RefuseNulls(call.Parameters);
            return new FakeBotApiAnswer(200, await Result(call.Method, call.Parameters, ending));
        }
        catch (FakeBotApiRefusal refusal)
        {
            return refusal.Answer;
        }
    }

    public static JsonObject Bot() => new()
    {
        ["id"] = BotId,
        ["is_bot"] = true,
        ["first_name"] = "Monitor",
        ["username"] = FakeBotApi.BotUsername,
    };

    /// <summary>Method names are matched without case.</summary>
    private async Task<JsonNode> Result(string method, JsonObject parameters, CancellationToken ending) => method.ToLowerInvariant() switch
    {
        "getme" => Me(),
        "getupdates" => await updates.Get(parameters, ending),
        "sendmessage" => Limited(ChatId(parameters)) ?? Send(parameters),
        "editmessagetext" => Edit(parameters),
        "answercallbackquery" => AnswerQuery(Required(parameters, "callback_query_id"), parameters),
        "answerinlinequery" => AnswerInline(parameters),
        "setmycommands" => SetCommands(parameters),
        "setmydescription" => SetText(parameters, "setMyDescription", "description", 512),
        "setmyshortdescription" => SetText(parameters, "setMyShortDescription", "short_description", 120),
        "setwebhook" => SetWebhook(Required(parameters, "url"), parameters["allowed_updates"]),
        "deletewebhook" => DeleteWebhook((bool?)parameters["drop_pending_updates"] == true),
        "leavechat" => Leave(ChatId(parameters)),
        "getchatmember" => Member(ChatId(parameters), (long?)parameters["user_id"] ?? 0),
        _ => throw new FakeBotApiRefusal(404, "Not Found: method not found"),
    };

    private JsonNode? Limited(long chat) => chats.Limits?.Allows(chat, time.GetUtcNow()) == false
        ? throw new FakeBotApiRefusal(429, "Too Many Requests: retry after 1") { Answer = new FakeBotApiAnswer(429, null, "Too Many Requests: retry after 1") { RetryAfter = 1 } }
        : null;

    private static JsonObject Me()
    {
        var me = Bot();
        me["can_join_groups"] = true;
        me["supports_inline_queries"] = true;
        return me;
    }

    private JsonObject Send(JsonObject parameters)
    {
        var chatId = ChatId(parameters);
        chats.Open(chatId, mustBeOpen: true);
        var text = Text(parameters, "text", "parse_mode");
        var markup = Markup(parameters);
        var message = chats.Post(chatId, fromBot: true, id => new FakeMessage(chatId, id, FromBot: true)
        {
            Sent = (string)parameters["text"]!,
            Text = text,
            ReplyMarkup = markup,
            ThreadId = (int?)parameters["message_thread_id"],
            ReplyTo = ReplyTo(chatId, parameters["reply_parameters"]),
            Silent = (bool?)parameters["disable_notification"] == true,
        });
        return Shown(message);
    }

    private JsonObject Edit(JsonObject parameters)
    {
        var text = Text(parameters, "text", "parse_mode");
        var markup = Markup(parameters);
        var sent = (string)parameters["text"]!;
        return Shown(chats.Edit(ChatId(parameters), (int?)parameters["message_id"] ?? 0, old => old.Sent == sent && old.ReplyMarkup == markup
            ? throw FakeBotApiRefusal.Bad("message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message")
            : old with { Sent = sent, Text = text, ReplyMarkup = markup }));
    }

    private JsonObject Shown(FakeMessage message)
    {
        var json = people.Message(message);
        json["from"] = Bot();
        return json;
    }

    private int? ReplyTo(long chatId, JsonNode? reply)
    {
        if (reply is null) return null;
        var id = (int?)reply["message_id"] ?? 0;
        if (chats.Find(chatId, id) is not null) return id;
        return (bool?)reply["allow_sending_without_reply"] == true ? null : throw FakeBotApiRefusal.Bad("message to be replied not found");
    }

    private static string Text(JsonObject parameters, string name, string mode)
    {
        var sent = (string?)parameters[name] ?? "";
        if (Encoding.UTF8.GetByteCount(sent) > MostBytes) throw FakeBotApiRefusal.Bad("text is too long");
        var text = (string?)parameters[mode] switch
        {
            null => sent,
            "HTML" => FakeBotApiMarkup.Read(sent),
            _ => throw FakeBotApiRefusal.Bad("unsupported parse_mode"),
        };
        text = text.Trim();
        if (text.Length == 0) throw FakeBotApiRefusal.Bad(sent.Length == 0 ? "message text is empty" : "text must be non-empty");
        return text.EnumerateRunes().Count() > MostCharacters ? throw FakeBotApiRefusal.Bad("message is too long") : text;
    }

    private static string? Markup(JsonObject parameters)
    {
        if (parameters["reply_markup"] is not { } markup) return null;
        if (markup["inline_keyboard"] is not JsonArray rows) throw FakeBotApiRefusal.Bad("object expected as reply markup");
        foreach (var button in rows.SelectMany(row => row!.AsArray())) FakeBotApiMarkup.CheckButton(button!.AsObject());
        return rows.Count == 0 ? null : markup.ToJsonString();
    }

    private JsonNode AnswerQuery(string queryId, JsonObject parameters)
    {
        if (((string?)parameters["text"])?.EnumerateRunes().Count() > 200) throw FakeBotApiRefusal.Bad("MESSAGE_TOO_LONG");
        return people.Answer(queryId) ? true : throw FakeBotApiRefusal.Bad("query is too old and response timeout expired or query ID is invalid");
    }

    private JsonNode AnswerInline(JsonObject parameters)
    {
        var results = parameters["results"] as JsonArray ?? throw FakeBotApiRefusal.Bad("can't parse inline query results: Expected an Array");
        if (results.Count > MostResults) throw FakeBotApiRefusal.Bad("RESULTS_TOO_MUCH");
        var ids = results.Select(result => (string?)result!["id"] ?? "").ToList();
        if (ids.Exists(id => id.Length == 0 || Encoding.UTF8.GetByteCount(id) > 64)) throw FakeBotApiRefusal.Bad("RESULT_ID_INVALID");
        if (ids.Distinct(StringComparer.Ordinal).Count() < ids.Count) throw FakeBotApiRefusal.Bad("RESULT_ID_DUPLICATE");
        foreach (var result in results)
        {
            Text(result!["input_message_content"]!.AsObject(), "message_text", "parse_mode");
            Markup(result.AsObject());
        }

        return AnswerQuery(Required(parameters, "inline_query_id"), []);
    }

    private JsonNode SetCommands(JsonObject parameters)
    {
        var commands = parameters["commands"] as JsonArray ?? throw FakeBotApiRefusal.Bad("can't parse commands");
        if (commands.Count > MostCommands) throw FakeBotApiRefusal.Bad("BOT_COMMANDS_TOO_MUCH");
        foreach (var command in commands)
        {
            if (!CommandName.IsMatch((string?)command!["command"] ?? "")) throw FakeBotApiRefusal.Bad("BOT_COMMAND_INVALID");
            if (((string?)command["description"] ?? "").Length is 0 or > 256) throw FakeBotApiRefusal.Bad("BOT_COMMAND_DESCRIPTION_INVALID");
        }

        return Keep("setMyCommands", parameters);
    }

    private JsonNode SetText(JsonObject parameters, string method, string name, int most) =>
        ((string?)parameters[name] ?? "").EnumerateRunes().Count() > most
            ? throw FakeBotApiRefusal.Bad($"{name} is too long")
            : Keep(method, parameters);

    private JsonNode Keep(string method, JsonObject parameters)
    {
        var language = (string?)parameters["language_code"] ?? "";
        if (language.Length is not (0 or 2)) throw FakeBotApiRefusal.Bad("LANG_CODE_INVALID");
        _profile[$"{method}/{language}"] = parameters;
        return true;
    }

    private JsonNode SetWebhook(string url, JsonNode? allowed)
    {
        updates.SetWebhook(url, allowed);
        return true;
    }

    private JsonNode DeleteWebhook(bool drop)
    {
        updates.SetWebhook(null, null);
        if (drop) updates.Drop();
        return true;
    }

    private JsonNode Leave(long chatId)
    {
        chats.Open(chatId, mustBeOpen: true);
        chats.Close(chatId, new FakeBotApiAnswer(403, null, "Forbidden: bot is not a member of the group chat"));
        return true;
    }

    private JsonObject Member(long chatId, long userId) => new()
    {
        ["status"] = chats.Open(chatId, mustBeOpen: true).Administrators.Contains(userId) ? "administrator" : "member",
        ["user"] = FakeBotApiPeople.Person(userId),
    };

    private static long ChatId(JsonObject parameters) =>
        parameters["chat_id"] is JsonValue value && value.TryGetValue<long>(out var id) ? id : throw FakeBotApiRefusal.Bad("chat_id is empty");

    private static string Required(JsonObject parameters, string name) =>
        (string?)parameters[name] ?? throw FakeBotApiRefusal.Bad($"parameter \"{name}\" is required");

    /// <summary>The server reads a JSON null as the text "null".</summary>
    private static void RefuseNulls(JsonObject parameters)
    {
        foreach (var (name, value) in parameters)
            if (value is null)
                throw FakeBotApiRefusal.Bad(name switch
                {
                    "parse_mode" => "unsupported parse_mode",
                    "reply_markup" => "object expected as reply markup",
                    _ => $"\"null\" is no value of {name}",
                });
    }
}
