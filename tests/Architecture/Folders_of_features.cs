using VksServerless.Application;
using VksServerless.Web;

namespace VksServerless.Architecture.Tests;

public class Folders_of_features
{
    private static readonly string[] Features =
    [
        "Calendars", "Cycles", "Difficulties", "Events", "Forms", "Jobs", "Notices", "People", "Publications", "Reports", "Tasks", "Totals", "Units",
        "Workbooks", "Workflow",
    ];

    [Fact]
    public void Of_the_application_are_known_and_have_no_circle()
    {
        var application = new Dependencies(typeof(UseCases).Assembly, "VksServerless.Application");

        application.Folders.Except(["Audit"]).ShouldBe(Features, ignoreOrder: true);
        application.Circles().ShouldBeEmpty();
    }

    [Fact]
    public void Of_the_endpoints_have_no_circle()
    {
        var endpoints = new Dependencies(typeof(ReportingWeb).Assembly, "VksServerless.Web.Api");

        endpoints.Folders.Count.ShouldBeGreaterThan(8);
        endpoints.Circles().ShouldBeEmpty();
    }
}
