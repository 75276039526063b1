using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Monitor.Telegram;
using Monitor.Telegram.Requests;

namespace Monitor.Bot.Receiving;

/// <summary>
/// Updates pushed by Telegram to our own address (<c>Telegram:Mode=webhook</c>). Only what carries the secret is read, never more than a
/// quarter of a megabyte; a repeated update is answered once; 200 is said when it was answered, so that a crash brings it again.
/// </summary>
public sealed class Webhook(Settings settings, UpdateHandling handling)
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private const int LargestBody = 256 * 1024;
    private const int SecretBytes = 24;

    /// <summary>Telegram gives up and repeats after about a minute.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Where none is set, one of this start only: Telegram is told it at each.</summary>
    private readonly string _secret = settings.Telegram.WebhookSecret.Length > 0
        ? settings.Telegram.WebhookSecret
        : Convert.ToHexString(RandomNumberGenerator.GetBytes(SecretBytes));

    public SetWebhookRequest Registration => new() { Url = settings.Telegram.WebhookUrl!.AbsoluteUri, SecretToken = _secret, AllowedUpdates = UpdateHandling.Wanted };

    public async Task ReceiveAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!HttpMethods.IsPost(context.Request.Method)) context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        else if (!IsTelegram(context.Request.Headers[SecretHeader].ToString())) context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else context.Response.StatusCode = await ReadAsync(context);
    }

    private bool IsTelegram(string secret) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(_secret));

    private async Task<int> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = LargestBody;
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
            if (UpdateReader.Read(body.RootElement) is not { } update) return StatusCodes.Status400BadRequest;
            await Task.WhenAny(handling.Enqueue(update, CancellationToken.None).Done, Task.Delay(Patience, context.RequestAborted));
            return StatusCodes.Status200OK;
        }
        catch (JsonException)
        {
            return StatusCodes.Status400BadRequest;
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode;
        }
    }
}
