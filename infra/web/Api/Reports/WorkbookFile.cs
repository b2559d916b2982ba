using Microsoft.AspNetCore.Http;
using VksServerless.Application.Workbooks;
using VksServerless.Reports;

namespace VksServerless.Web.Api.Reports;

/// <summary>A workbook as it travels.</summary>
internal static class WorkbookFile
{
    public static string NameOf(Obligation report) => $"bao-cao-{report.Unit}-{report.Cycle}.xlsx";

    public static IResult Of(HttpResponse response, ReadOnlyMemory<byte> workbook, string name, int status = StatusCodes.Status200OK)
    {
        response.StatusCode = status;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        return Results.Bytes(workbook, WorkbookEndpoints.MediaType, name);
    }

    /// <summary>The whole of it, as far as a workbook may be long.</summary>
    public static async Task<Outcome<ReadOnlyMemory<byte>>> Read(Stream from, long? length, CancellationToken cancellation)
    {
        if (length > IReportWorkbooks.MaxBytes)
        {
            return WorkbookRefusals.TooLarge;
        }

        using var whole = new MemoryStream((int)(length ?? 0));
        var buffer = new byte[64 * 1024];
        for (int read; (read = await from.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (whole.Length + read > IReportWorkbooks.MaxBytes)
            {
                return WorkbookRefusals.TooLarge;
            }

            whole.Write(buffer, 0, read);
        }

        return (ReadOnlyMemory<byte>)whole.ToArray();
    }
}
