using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Server.Access;
using VksServerless.Server.Hosting;

namespace VksServerless.Server.Tests;

/// <summary>A small cycle over HTTP, as the centre starts it. Asked again, it is the same one.</summary>
internal sealed class ACycle(HttpClient http, string token)
{
    public static SamplePerson Centre { get; } = SamplePeople.Central.Single(person => person.Id == "centre");

    public static ACycle At(ReportingServer server, HttpClient http) =>
        new(http, server.Services.GetRequiredService<SampleIssuer>().TokenFor(Centre));

    /// <returns>Its id; null when the server did not say that it took it.</returns>
    public async Task<string?> Start(string key, DateTimeOffset now)
    {
        var due = now.AddDays(20).ToString("yyyy-MM-ddT17:00:00+07:00", CultureInfo.InvariantCulture);
        var created = await Send(HttpMethod.Post, "cycles", key, new
        {
            title = "Tổng kết thử",
            plan = new { number = "1/KH-VKSTC", date = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
            form = new { code = "ung-dung-cntt-10-nam", version = 1 },
            period = new { firstDay = "2025-01-01", lastDay = "2025-12-31" },
            deadlines = new { district = due, province = due, supreme = due },
            closesAt = now.AddDays(25).ToString("yyyy-MM-ddT17:00:00+07:00", CultureInfo.InvariantCulture),
            recipients = new[] { new { name = "Lãnh đạo Viện", mail = "lanh-dao@vks.example" } },
            participants = new { units = new[] { "V14" } },
            reminders = new { days = new[] { -3 }, at = "08:00:00" },
            approvalsNeeded = 1,
        });
        if (created is not { StatusCode: HttpStatusCode.Created })
        {
            return null;
        }

        var id = JsonElement.Parse(await created.Content.ReadAsStringAsync()).GetProperty("id").GetString()!;
        return await Send(HttpMethod.Post, $"cycles/{id}/start") is { IsSuccessStatusCode: true } or { StatusCode: HttpStatusCode.Conflict }
            ? id : null;
    }

    public async Task<JsonElement> Read(string path)
    {
        var answer = await Send(HttpMethod.Get, path) ?? throw new InvalidOperationException("Nobody answers.");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync());
    }

    public async Task<string> Phase(string id) => (await Read($"cycles/{id}")).GetProperty("phase").GetString()!;

    public async Task<IReadOnlyList<string>> Mails(string id) =>
        [.. (await Read($"mails?cycle={id}&size=1000")).GetProperty("items").EnumerateArray().Select(
            mail => mail.GetProperty("kind").GetString()!).Order()];

    /// <returns>Null when the server has gone.</returns>
    private async Task<HttpResponseMessage?> Send(HttpMethod method, string path, string? key = null, object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        try
        {
            return await http.SendAsync(request);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
