using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using VksServerless.Server.Access;

namespace VksServerless.EndToEnd;

/// <summary>Somebody who is signed in, at the API. Every refusal that comes is held to what a refusal must be.</summary>
/// <param name="post">Which of several posts this is, e.g. unit-head@T84; null: the only one.</param>
public sealed class Person(AHost host, SamplePerson who, string? post = null)
{
    public SamplePerson Who => who;

    public Task<Answer> Get(string path) => Send(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<Answer> Post(string path, object? body = null, string? key = null, string? etag = null) =>
        Send(HttpMethod.Post, path, body, key, etag);

    /// <param name="etag">"*" for If-None-Match: *; null for no condition.</param>
    public Task<Answer> Put(string path, object? body, string? etag = null) => Send(HttpMethod.Put, path, body, null, etag);

    public Task<Answer> Send(HttpMethod method, string path, object? body, string? key, string? etag)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = body as HttpContent ?? Json(body as string ?? JsonSerializer.Serialize(body));
        }

        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        if (etag is not null)
        {
            request.Headers.TryAddWithoutValidation(etag == "*" ? "If-None-Match" : "If-Match", etag == "*" ? "*" : $"\"{etag}\"");
        }

        return Send(request);
    }

    public Task<Answer> Send(HttpRequestMessage request)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", host.TokenFor(who));
        if (post is not null)
        {
            request.Headers.Add("Vks-Post", post);
        }

        return Answer.To(host.Http, request);
    }

    public static string NewKey() => Guid.NewGuid().ToString("N");

    public static ByteArrayContent Json(string text) => Json(Encoding.UTF8.GetBytes(text));

    public static ByteArrayContent Json(byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }
}
