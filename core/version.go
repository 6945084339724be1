package core

// Version names this build in reports.
const Version = "har-redactor 0.1.0"
