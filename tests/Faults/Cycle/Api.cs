using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using VksServerless.Server.Access;

namespace VksServerless.Faults.Cycle;

internal sealed record Answer(int Status, byte[] Content)
{
    public bool IsDone => Status is >= 200 and < 300;

    public JsonElement Json => JsonDocument.Parse(Content).RootElement;

    public override string ToString() => $"{Status} {System.Text.Encoding.UTF8.GetString(Content)}";
}

/// <summary>The edition as its clients see it.</summary>
internal sealed class Api(Uri address, Func<SamplePerson, string> token) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(address, "/api/") };

    public Task<Answer> Get(SamplePerson who, string path) => Send(who, HttpMethod.Get, path, null, null);

    public Task<Answer> Post(SamplePerson who, string path, object? body = null, string? key = null) =>
        Send(who, HttpMethod.Post, path, body is null ? null : JsonContent.Create(body), key);

    public async Task<Answer> Send(
        SamplePerson who, HttpMethod method, string path, HttpContent? content, string? key, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token(who));
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        using var response = await _http.SendAsync(request);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync());
    }

    public void Dispose() => _http.Dispose();
}
