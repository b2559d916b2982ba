// Another environment in another region, with the app deployed: nothing may hang on the names of the first two, and alerts are on.
using '../../main.bicep'
extends '../../prod.bicepparam'

param environmentName = 'live'
param location = 'elsewhere'
param alertsEnabled = true
