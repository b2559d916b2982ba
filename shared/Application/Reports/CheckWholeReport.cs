using System.Security.Cryptography;
using System.Text.Json;
using VksServerless.Reports;

namespace VksServerless.Application.Reports;

/// <summary>Checks a report that is to be complete, and writes it down as it is hashed.</summary>
public sealed class CheckWholeReport(ReportCheck desk) : IUseCase
{
    public async Task<Outcome<WrittenReport>> Execute(OpenReport open, JsonElement sent, CancellationToken cancellation)
    {
        var content = await desk.Check(open, sent, cancellation);
        if (content.Refusal is { } wrong)
        {
            return wrong;
        }

        var written = ReportJson.Write(content.Value);
        return written.Length > ReportJson.MaxBytes
            ? ReportRefusals.TooLarge(ReportJson.MaxBytes / 1024)
            : new WrittenReport(written, Sha256.Over(written.Span));
    }
}

public sealed record WrittenReport(ReadOnlyMemory<byte> Content, Sha256 Sha256);
