using System.Text.Encodings.Web;
using System.Text.Json;

namespace Monitor.Operating;

/// <summary>The one way a verb prints JSON: snake_case keys, letters as letters (not \u0411), one line where lines are the format.</summary>
internal static class Json
{
    public static readonly JsonSerializerOptions Line = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Line);
}
