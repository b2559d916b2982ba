using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using VksServerless.Azure;
using VksServerless.Functions;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddAzure(builder.Configuration);
new ReportingApplication().Configure(builder);
builder.Build().Run();
