using System.Globalization;
using System.Net;
using System.Text;
using VksServerless.Emulation.Host;
using VksServerless.Server.Access;

namespace VksServerless.Emulation;

/// <summary>What goes on behind the API: the mailbox, the bus, the workflows, the calls of storage.</summary>
internal static class MachinePage
{
    private const int MailsShown = 200;

    public static void Map(IEndpointRouteBuilder routes, AzureOnThisMachine door)
    {
        routes.MapGet("/", async (CancellationToken cancellation) =>
            Results.Content(await Draw(door, cancellation), "text/html; charset=utf-8"));
        routes.MapPost("/sign-in", (SignIn body) =>
            SamplePeople.Find(body.Person, Documents.Units.DirectoryFile.Shipped) is { } person
                ? Results.Json(new { token = door.TokenFor(person) })
                : Results.NotFound());
    }

    private static async Task<string> Draw(AzureOnThisMachine door, CancellationToken cancellation)
    {
        var page = new StringBuilder(
            "<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\"><title>Bản đám mây trên máy này</title>"
            + "<style>body{font:16px/1.5 system-ui;margin:2rem;max-width:70rem}table{border-collapse:collapse;margin:.5rem 0 2rem}"
            + "td,th{border:1px solid #999;padding:.25rem .6rem;text-align:left;vertical-align:top}</style>"
            + "<h1>Bản đám mây trên máy này</h1>");
        var now = door.Clock.GetUtcNow().ToOffset(VietnamTime.Offset);
        page.Append(CultureInfo.InvariantCulture, $"<p>API: <code>{door.Address}api/</code>; giờ của hệ thống: {now:dd/MM/yyyy HH:mm:ss}. ");
        page.Append("Lấy mã truy cập: <code>POST /sign-in {\"person\": \"centre\"}</code>.</p>");
        Table(page, "Quy trình (Durable Functions)", ["Mã", "Tình trạng", "Đang chờ"],
            (await Task.WhenAll(door.Hosts.Take(1).Select(host => host.Status(cancellation)))).SelectMany(status => status.Orchestrations)
                .Select(each => (string[])[each.Id, each.Status, Waits(each)]));
        Table(page, "Hàng đợi (Service Bus)", ["Đăng ký", "Chờ", "Đang xử lý", "Hẹn giờ", "Lỗi"],
            door.Bus.Status().Select(each => (string[])[
                each.Name, $"{each.Waiting}", $"{each.Locked}", $"{each.Scheduled}", $"{each.DeadLettered}"]));
        Table(page, "Lệnh lưu trữ (Table, Blob, Queue)", ["Bên gọi", "Dịch vụ", "Lệnh", "Số lần"],
            door.StorageUse.GroupBy(each => (each.Key.Caller, each.Key.Service, each.Key.Name), each => each.Value)
                .OrderByDescending(each => each.Sum())
                .Select(each => (string[])[each.Key.Caller, each.Key.Service, each.Key.Name, $"{each.Sum()}"]));
        Table(page, $"Thư đã gửi ({door.Mail.Taken.Count})", ["Đến", "Tiêu đề", "Nội dung"],
            door.Mail.Taken.Reverse().Take(MailsShown).Select(mail => (string[])[mail.To, mail.Subject, mail.Text]));
        return page.ToString();
    }

    private static string Waits(OrchestrationStatus orchestration) =>
        AzureOnThisMachine.LookAgainAt(orchestration) is { Waits: true, At: { } at }
            ? $"đến {at.ToOffset(VietnamTime.Offset):HH:mm dd/MM/yyyy}"
            : orchestration.Says ?? "";

    private static void Table(StringBuilder page, string title, string[] columns, IEnumerable<string[]> rows)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{WebUtility.HtmlEncode(title)}</h2><table><tr>");
        foreach (var column in columns)
        {
            page.Append(CultureInfo.InvariantCulture, $"<th>{WebUtility.HtmlEncode(column)}");
        }

        foreach (var row in rows)
        {
            page.Append("<tr>");
            foreach (var cell in row)
            {
                var text = WebUtility.HtmlEncode(cell).Replace("\n", "<br>", StringComparison.Ordinal);
                page.Append(CultureInfo.InvariantCulture, $"<td>{text}");
            }
        }

        page.Append("</table>");
    }

    private sealed record SignIn(string Person);
}
