using System.Text.Json;
using Monitor.Telegram.Types;

namespace Monitor.Telegram;

/// <summary>
/// Reads updates one by one: a poll's answer or a webhook's body. One that cannot be read keeps its id and has no part, so
/// that it can be confirmed: refusing the whole answer would bring the same one back for a day and leave the bot deaf.
/// </summary>
internal static class UpdateReader
{
    public static IReadOnlyList<Update> ReadAll(JsonElement updates)
    {
        var read = new List<Update>(updates.GetArrayLength());
        foreach (var update in updates.EnumerateArray())
            if (Read(update) is { } one) read.Add(one);
        return read;
    }

    /// <summary>Null only where there is no id, which leaves nothing to confirm.</summary>
    public static Update? Read(JsonElement update)
    {
        try
        {
            return update.Deserialize(BotJson.Default.Update);
        }
        catch (JsonException)
        {
            return WithoutParts(update);
        }
    }

    private static Update? WithoutParts(JsonElement update) =>
        update.ValueKind == JsonValueKind.Object
        && update.TryGetProperty("update_id", out var id)
        && id.ValueKind == JsonValueKind.Number
        && id.TryGetInt64(out var number)
            ? new Update { Id = number }
            : null;
}
