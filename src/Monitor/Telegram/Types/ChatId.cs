using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Monitor.Telegram.Types;

/// <summary>Where to send: the id of a chat, or the @name of a public channel (as an operator writes it in the settings).</summary>
[JsonConverter(typeof(Converter))]
public sealed record ChatId : Wire
{
    private ChatId(long? id, string? username) => (Id, Username) = (id, username);

    public long? Id { get; }

    public string? Username { get; }

    public static implicit operator ChatId(long id) => FromInt64(id);

    public static ChatId FromInt64(long id) => new(id, null);

    /// <summary>"-1001234567890" is an id, "@channel" a name; anything else is neither.</summary>
    public static ChatId? FromText(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? new(id, null)
        : text.Length > 1 && text[0] == '@' ? new(null, text)
        : null;

    internal sealed class Converter : JsonConverter<ChatId>
    {
        public override ChatId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number ? new(reader.GetInt64(), null) : new(null, reader.GetString());

        public override void Write(Utf8JsonWriter writer, ChatId value, JsonSerializerOptions options)
        {
            if (value.Id is { } id) writer.WriteNumberValue(id);
            else writer.WriteStringValue(value.Username);
        }
    }
}
