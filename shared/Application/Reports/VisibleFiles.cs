using VksServerless.Access;
using VksServerless.Figures;
using VksServerless.People;
using VksServerless.Reports;

namespace VksServerless.Application.Reports;

/// <summary>
/// Which of a report's files somebody sees. The unit sees all its files; others only those that a version which was handed in names, as
/// with the draft itself; a software only those of its own versions.
/// </summary>
public sealed class VisibleFiles(IReports reports) : IUseCase
{
    /// <returns>Whether the file of that id may be seen.</returns>
    public async Task<Func<string, bool>> Execute(Caller caller, OpenReport open, CancellationToken cancellation)
    {
        var (cycle, unit) = (open.Obligation.Cycle, open.Obligation.Unit);
        if (Permission.WritesReport(caller, unit, open.Cycle))
        {
            return _ => true;
        }

        var named = new HashSet<string>();
        foreach (var version in (await reports.Versions(cycle, unit, cancellation))
            .Where(version => Permission.ReadsContent(caller, version.ByPerson)))
        {
            var content = ReportJson.Read(open.Form, await reports.ReadContent(cycle, unit, version.Sha256, cancellation));
            named.UnionWith(content.Answers.ByField.Values.OfType<Answer.Files>().SelectMany(files => files.Ids));
        }

        return named.Contains;
    }
}
